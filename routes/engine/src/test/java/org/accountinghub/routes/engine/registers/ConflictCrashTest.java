package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.memory.Luck;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that is written over is listed once, wherever the hub died and whatever answer it did not hear. */
class ConflictCrashTest {

    private static final List<String> NUMBERS = List.of("1", "2", "3");

    private static ImportBench changedOnBothSides(ImportBench bench) {
        for (String number : NUMBERS) {
            bench.linked(number, ImportBench.named("A" + number), ImportBench.named("A" + number));
        }
        bench.run(Kind.WHOLE);
        bench.run(Kind.CHANGES);
        new RegisterExports(bench.ports, bench.connections).collect();
        bench.clock.advance(Duration.ofMinutes(10));
        for (String number : NUMBERS) {
            bench.store.edit(number, ImportBench.phone("store " + number));
            bench.partner.put(number, ImportBench.phone("partner " + number));
        }
        bench.clock.advance(Duration.ofMinutes(10));
        return bench;
    }

    private static void eachIsListedOnce(ImportBench bench, String lost, int moment) {
        assertThat(bench.ledger.conflicts())
                .as("died at %s", moment)
                .extracting(Noted::lost)
                .containsExactlyInAnyOrderElementsOf(
                        NUMBERS.stream().map(number -> lost + number).toList());
    }

    @Test
    void ofAnImportThatDiedAndMastersThatChangedTheirMindMeanwhile() {
        boolean died = true;
        int moment = 0;
        for (; died; moment++) {
            ImportBench bench = changedOnBothSides(ImportBench.masteredByAccounting());
            bench.runs.ask(ImportBench.BOOKS, Register.CUSTOMERS, Kind.CHANGES, "somebody");
            Countdown countdown = new Countdown(moment);
            died = countdown.kills(
                    () -> bench.imports(countdown.around(bench.ports)).work());
            bench.clock.advance(Duration.ofMinutes(6));
            bench.partner.put("2", ImportBench.phone("again"));
            bench.imports().work();
            bench.run(Kind.CHANGES);

            eachIsListedOnce(bench, "ours store ", moment);
            assertThat(bench.store.find("2").flatMap(record -> record.value(RegisterField.PHONE)))
                    .contains("again");
        }
        assertThat(moment).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTransfersThatDiedOrWhoseAnswerWasLost(boolean carriedOut) {
        boolean died = true;
        int moment = 0;
        for (; died; moment++) {
            ImportBench bench = changedOnBothSides(ImportBench.masteredByStore());
            new RegisterExports(bench.ports, bench.connections).collect();
            bench.partner.luck(firstAnswersAreLost(carriedOut));
            Countdown countdown = new Countdown(moment);
            died = countdown.kills(() -> bench.deliver(
                    bench.partner,
                    countdown.around(bench.ports),
                    countdown.around(DeliveryLedger.class, bench.transfers)));
            bench.store.edit("2", ImportBench.phone("again"));
            for (int round = 0; round < 20 && bench.ledger.moving(); round++) {
                bench.clock.advance(Duration.ofMinutes(10));
                new RegisterExports(bench.ports, bench.connections).collect();
                bench.deliver();
            }
            bench.run(Kind.CHANGES);

            assertThat(bench.ledger.moving()).isFalse();
            eachIsListedOnce(bench, "theirs partner ", moment);
            assertThat(bench.partner.find("2").flatMap(record -> record.value(RegisterField.PHONE)))
                    .contains("again");
        }
        assertThat(moment).isGreaterThan(30);
    }

    private static Luck firstAnswersAreLost(boolean carriedOut) {
        int[] lost = {NUMBERS.size()};
        return new Luck() {
            @Override
            public boolean refused() {
                return false;
            }

            @Override
            public boolean lost() {
                return lost[0]-- > 0;
            }

            @Override
            public boolean carriedOut() {
                return carriedOut;
            }
        };
    }
}
