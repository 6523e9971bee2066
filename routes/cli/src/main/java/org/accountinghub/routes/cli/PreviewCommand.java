package org.accountinghub.routes.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub preview}: looks at an order before it is sent. */
@Command(
        name = "preview",
        description = "show what would be sent for an order, to whom, with totals and every rule; sends nothing")
final class PreviewCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Parameters(paramLabel = "ORDER", description = "the order's number, exact, e.g. 107_1")
    private String order = "";

    @Option(names = "--kind", description = "only an order of this kind: work, service, sales, ...")
    private @Nullable String kind;

    @Option(names = "--subgroup", description = "only an order of this subgroup")
    private @Nullable String subgroup;

    @Override
    public void run() {
        Hub asked = Objects.requireNonNull(hub);
        asked.show(
                asked.client()
                        .get("/api/preview?order=" + HubClient.encoded(order) + narrowed("kind", kind)
                                + narrowed("subgroup", subgroup)),
                answer -> PreviewText.of(answer, asked.times(), asked.width()));
    }

    private static String narrowed(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + HubClient.encoded(value);
    }
}
