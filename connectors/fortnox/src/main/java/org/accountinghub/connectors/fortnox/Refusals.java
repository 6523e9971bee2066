package org.accountinghub.connectors.fortnox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.fortnox.wire.FortnoxFault;

/**
 * Fortnox's error codes as the hub understands them. The first that fits counts. Codes are from public clients and
 * recordings; one code may mean two things, which the message tells apart.
 */
final class Refusals {

    /**
     * One kind of refusal.
     *
     * @param codes none = any code
     * @param says lower-case words of which the message holds one; none = any message
     * @param verdict {@link Verdict#UNCERTAIN} = out of order: RETRY after a read, UNCERTAIN after a write
     * @param field what is wrong, empty when no single field is
     */
    record Refusal(
            Set<Integer> codes,
            List<String> says,
            Verdict verdict,
            String cause,
            String field,
            String reason,
            String remedy) {

        boolean fits(FortnoxFault fault) {
            String message = fault.message().toLowerCase(Locale.ROOT);
            return (codes.isEmpty() || fault.code().filter(codes::contains).isPresent())
                    && (says.isEmpty() || says.stream().anyMatch(message::contains));
        }

        Refusal saying(String... words) {
            return new Refusal(codes, List.of(words), verdict, cause, field, reason, remedy);
        }
    }

    private Refusals() {}

    static Optional<Refusal> find(FortnoxFault fault) {
        return RefusalTable.ALL.stream().filter(refusal -> refusal.fits(fault)).findFirst();
    }
}
