package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two hundred thousand customers: made, written again unchanged, changed, and read. */
@Tag("scale")
class ManyRecordsScaleTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyRecordsScaleTest.class);
    private static final int MANY = Integer.getInteger("scale", 200_000);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final RegisterWriter writer = new RegisterWriter(database.hub(), StoreSettings.swedish("service"));
    private final RegisterReader reader = new RegisterReader(database.hub(), StoreSettings.swedish("service"));

    private void write(String what, String phone, PutVerdict.Kind expected) {
        long started = System.nanoTime();
        int written = 0;
        for (int from = 0; from < MANY; from += RegisterWriter.BATCH) {
            List<RegisterRecord> batch = IntStream.range(from, from + RegisterWriter.BATCH)
                    .mapToObj(n -> customer(n, phone))
                    .toList();
            List<PutVerdict> verdicts = writer.put(
                    Register.CUSTOMERS, batch, Collections.nCopies(batch.size(), OptionalLong.empty()), "scale");
            written += (int)
                    verdicts.stream().filter(one -> one.kind() == expected).count();
        }
        told(what, started);
        assertThat(written).isEqualTo(MANY);
    }

    private static RegisterRecord customer(int n, String phone) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(RegisterField.NAME, "Kund nummer " + n + " AB");
        values.put(RegisterField.CUSTOMER_KIND, "BUSINESS");
        values.put(RegisterField.REGISTRATION_NUMBER, Integer.toString(556_000 + n % 1000) + (1000 + n % 9000));
        values.put(RegisterField.INVOICE_LINE1, "Storgatan " + n);
        values.put(RegisterField.INVOICE_POSTAL_CODE, "41105");
        values.put(RegisterField.INVOICE_CITY, "Göteborg");
        values.put(RegisterField.VISITING_LINE1, "Lillgatan " + n);
        values.put(RegisterField.EMAIL, "kund" + n + "@example.com");
        values.put(RegisterField.PHONE, phone);
        values.put(RegisterField.LANGUAGE, "sv");
        values.put(RegisterField.CUSTOMER_ACTIVE, "true");
        return new RegisterRecord(Register.CUSTOMERS, Integer.toString(100_000 + n), values);
    }

    private static void told(String what, long started) {
        LOG.info(
                "{}: {} ms", what, Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    @Test
    void madeUnchangedChangedAndRead() {
        write("made", "031-1", PutVerdict.Kind.CREATED);
        write("unchanged", "031-1", PutVerdict.Kind.UNCHANGED);
        write("changed", "031-2", PutVerdict.Kind.UPDATED);
        AtomicInteger read = new AtomicInteger();
        long started = System.nanoTime();
        reader.each(Register.CUSTOMERS, OptionalLong.empty(), one -> read.incrementAndGet());
        told("read", started);
        assertThat(read).hasValue(MANY);
    }
}
