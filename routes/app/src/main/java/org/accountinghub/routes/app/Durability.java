package org.accountinghub.routes.app;

import java.util.List;
import org.accountinghub.routes.embedded.Finding;
import org.accountinghub.routes.embedded.Finding.Severity;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub does about a database or a broker that may lose what it was given: not starting is better than unsafe. */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    private Durability() {}

    /** @throws StartRefused at the first finding that is unsafe; what is only doubtful is logged */
    static void demand(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.UNSAFE) {
                throw new StartRefused(finding.what(), finding.remedy());
            }
            LOG.warn("{}. {}", finding.what(), finding.remedy());
        }
    }
}
