package org.accountinghub.routes.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub status}: whether anybody is needed, the connections, and how many transfers are where. */
@Command(name = "status", description = "whether anybody is needed, the connections, how many transfers are where")
final class StatusCommand implements Runnable {

    @Mixin
    private @Nullable Hub hub;

    @Override
    public void run() {
        Hub asked = Objects.requireNonNull(hub);
        asked.show(
                asked.client().get("/api/overview"), overview -> StatusText.of(overview, asked.times(), asked.width()));
    }
}
