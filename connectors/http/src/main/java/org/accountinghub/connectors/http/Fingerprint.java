package org.accountinghub.connectors.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How two answers about one document are told apart. */
public final class Fingerprint {

    private static final String NOTHING = "-";

    private Fingerprint() {}

    /** The same for the same values, however they are written; what is absent, null or an empty {@link Optional}, counts too. */
    public static String of(@Nullable Object... parts) {
        return Stream.of(parts).map(Fingerprint::plain).collect(Collectors.joining("|"));
    }

    private static String plain(@Nullable Object part) {
        if (part instanceof Optional<?> optional) {
            return optional.map(Fingerprint::plain).orElse(NOTHING);
        }
        if (part instanceof BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        }
        return part == null ? NOTHING : part.toString();
    }
}
