package org.accountinghub.routes.engine.returns;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one fetch is, and when there is no use in asking on. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    /** So many unread in a row are an outage. */
    private static final int HOPELESS = 3;

    private final String connection;
    private int looked;
    private int changed;
    private int failedInARow;
    private boolean leftSomethingOut;
    private Optional<Problem> unread = Optional.empty();

    Progress(String connection) {
        this.connection = connection;
    }

    int looked() {
        return looked;
    }

    int changed() {
        return changed;
    }

    /** Why a document could not be read, the last of them. */
    Optional<Problem> unread() {
        return unread;
    }

    /** Whether a document must be seen again since {@link #begin}: it could not be read, or its transfer is under way. */
    boolean leftSomethingOut() {
        return leftSomethingOut;
    }

    /** Another list begins. */
    void begin() {
        leftSomethingOut = false;
    }

    void leaveOut() {
        leftSomethingOut = true;
    }

    void recorded() {
        changed++;
        failedInARow = 0;
    }

    /** One that cannot be read keeps no other back; when several in a row cannot, there is no use in asking on. */
    void apart(String what, Runnable following) {
        looked++;
        try {
            following.run();
        } catch (NoAnswerException e) {
            failedInARow++;
            if (!e.isAboutOne() || failedInARow == HOPELESS) {
                throw e;
            }
            leftSomethingOut = true;
            unread = Optional.of(e.problem());
            LOG.warn(
                    "{} of {} could not be read and is tried again: {}",
                    what,
                    connection,
                    e.problem().cause());
        }
    }
}
