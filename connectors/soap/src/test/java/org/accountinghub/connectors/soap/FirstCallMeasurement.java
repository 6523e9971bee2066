package org.accountinghub.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Arrays;
import org.accountinghub.connectors.soap.SoapAnswer.Said;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;

/** What a client costs and what a call costs; run by name, in a JVM of its own. */
class FirstCallMeasurement {

    private static final int CALLS = 2_000;

    @Test
    void measured() throws IOException {
        long memory = used();
        long start = System.nanoTime();
        SoapService service = Calls.SERVICE;
        long built = System.nanoTime();
        try (RawServer server = Calls.always(200, Calls.answer("<Shelf>A1</Shelf><Weight>2.5</Weight>"))) {
            assertThat(Calls.put(server, "bolt")).isInstanceOf(Said.class);
            long first = System.nanoTime();
            long taken = used() - memory;
            long[] took = new long[CALLS];
            for (int i = 0; i < CALLS; i++) {
                long begun = System.nanoTime();
                assertThat(Calls.put(server, "bolt")).isInstanceOf(Said.class);
                took[i] = System.nanoTime() - begun;
            }
            long kept = used() - memory - taken;
            Arrays.sort(took);
            System.out.printf(
                    "client %s built in %d ms, first call %d ms, %d calls more: median %.2f ms, 99 %% within %.2f ms;"
                            + " memory %d KB with the first call, %d KB more after all%n",
                    service.getClass().getSimpleName(),
                    Duration.ofNanos(built - start).toMillis(),
                    Duration.ofNanos(first - built).toMillis(),
                    CALLS,
                    took[CALLS / 2] / 1e6,
                    took[CALLS * 99 / 100] / 1e6,
                    taken / 1024,
                    kept / 1024);
            assertThat(kept).as("calls leave nothing behind").isLessThan(10L * 1024 * 1024);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(FirstCallMeasurement::used)
                .sum();
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }
}
