package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.Test;

/** What holds for every register that is read: none is missed, nothing is written, no failure taken for an answer. */
abstract class RegisterSourceKit extends RegisterKit {

    private static final int MANY = 620;

    @Test
    final void aRecordIsReadAsItStandsThere() {
        RegisterRecord record = Records.record(register(), "4711");
        String id = add(record);

        RegisterRecord read = read(id);

        assertThat(read.number()).isEqualTo(record.number());
        assertThat(read.values().keySet()).isEqualTo(source().fields());
        assertThat(read.differences(record)).isEmpty();
    }

    @Test
    final void whatAListShowsOfARecordIsWhatTheRecordSays() {
        String id = add(Records.record(register(), "4711"));
        add(Records.bare(register(), "4712"));

        List<Page> pages = list(Optional.empty());

        assertThat(ids(pages)).hasSize(2).contains(id);
        for (Page page : pages) {
            for (There there : page.records()) {
                RegisterRecord whole = read(there.id());
                assertThat(there.record().number()).isEqualTo(whole.number());
                assertThat(whole.values()).containsAllEntriesOf(there.record().values());
            }
        }
    }

    @Test
    final void anEmptyRegisterIsOneEmptyPage() {
        Page page = page(Optional.empty(), Optional.empty());

        assertThat(page.records()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    final void everyPageIsReadAndNothingWritten() {
        List<String> added = addMany();

        List<Page> pages = list(Optional.empty());

        assertThat(ids(pages)).containsExactlyInAnyOrderElementsOf(added);
        assertThat(pages)
                .allSatisfy(page ->
                        page.total().ifPresent(total -> assertThat(total).isEqualTo(MANY)));
        assertOnlyRead(trial().bench());
    }

    @Test
    final void noneIsMissedWhileOthersAreAddedAndDeleted() {
        List<String> added = addMany();
        Page first = page(Optional.empty(), Optional.empty());
        List<String> gone = has(Behaviour.DELETED_RECORDS) ? added.subList(0, 40) : List.of();
        gone.forEach(id -> registers().deleteRecord(register(), id));
        add(Records.bare(register(), "10"));

        List<String> seen = ids(rest(Optional.empty(), first));

        assertThat(seen).containsAll(added.subList(gone.size(), added.size()));
    }

    @Test
    final void aChangeIsListedAndWhatDidNotChangeIsNotListedForEver() {
        String changed = add(Records.record(register(), "4711"));
        String other = add(Records.bare(register(), "4712"));
        trial().bench().clock().advance(Duration.ofDays(1));
        Instant since = trial().clock().instant();
        trial().bench().clock().advance(Duration.ofMinutes(7));
        registers().changeRecord(register(), changed, Map.of(name(), "Annat namn"));

        assertThat(ids(list(Optional.of(since)))).contains(changed).doesNotContain(other);
        assertThat(read(changed).value(name())).contains("Annat namn");
        trial().bench().clock().advance(Duration.ofDays(1));
        assertThat(ids(list(Optional.of(trial().clock().instant())))).isEmpty();
    }

    /** Whatever the second of the minute, and although a change may be noted late or by another clock. */
    @Test
    final void aChangeIsListedFromTheOverlapBeforeIt() {
        String id = add(Records.record(register(), "4711"));
        trial().bench().clock().advance(Duration.ofDays(1));
        for (int second : new int[] {0, 1, 29, 31, 59}) {
            trial().bench().clock().advance(Duration.ofSeconds(3600 + second));
            Instant change = trial().clock().instant();
            registers().changeRecord(register(), id, Map.of(name(), "Namn " + second));

            assertThat(ids(list(Optional.of(change.minus(source().overlap())))))
                    .as("changed at %s", change)
                    .contains(id);
            assertThat(ids(list(Optional.of(change)))).contains(id);
        }
    }

    @Test
    final void oneThatGetsAnotherNumberIsTheSame() {
        String id = add(Records.record(register(), "4711"));
        RegisterRecord before = read(id);
        trial().bench().clock().advance(Duration.ofDays(1));
        Instant since = trial().clock().instant();

        String number = renumbered(id);

        assertThat(read(id).number()).isEqualTo(number);
        assertThat(read(id).differences(before)).isEmpty();
        assertThat(list(Optional.empty()).stream()
                        .flatMap(page -> page.records().stream())
                        .map(there -> there.id() + " " + there.record().number()))
                .containsExactly(id + " " + number);
        assertThat(ids(list(Optional.of(since))))
                .isEqualTo(has(Behaviour.RENUMBERED_RECORDS) ? List.of(id) : List.of());
    }

    @Test
    final void oneThatIsNotUsedAnyMoreIsListedAndSaysSo() {
        String id = add(Records.record(register(), "4711"));
        registers().changeRecord(register(), id, Map.of(active(), "false"));

        assertThat(ids(list(Optional.empty()))).containsExactly(id);
        assertThat(read(id).value(active())).contains("false");
    }

    @Test
    final void oneThatIsNotThereIsEmpty() {
        assertThat(value(source().read("987654", trial().transcript()))).isEmpty();
    }

    @Test
    final void oneThatWasDeletedIsGone() {
        String id = add(Records.bare(register(), "4711"));
        assertThat(value(source().read(id, trial().transcript()))).isPresent();
        if (!has(Behaviour.DELETED_RECORDS)) {
            return;
        }
        registers().deleteRecord(register(), id);

        assertThat(value(source().read(id, trial().transcript()))).isEmpty();
        assertThat(ids(list(Optional.empty()))).isEmpty();
    }

    @Test
    final void anAnswerThatIsNoneSaysWhy() {
        haveToken();
        for (Fault fault : List.of(Fault.cut(), Fault.status(500), Fault.status(429), Fault.malformed())) {
            for (Supplier<Answer<?>> reading : readings()) {
                faults().clear();
                faults().onAnything().every(1, fault);

                assertThat(trial().seen(reading.get()))
                        .as(fault.toString())
                        .isInstanceOfSatisfying(
                                Answer.None.class,
                                none -> assertThat(none.why()).isInstanceOf(Outcome.Retry.class));
            }
        }
    }

    @Test
    final void aReachedLimitSpendsNoAttemptAndSaysHowLong() {
        add(Records.bare(register(), "4711"));
        haveToken();
        trial().testPermits().refuse();

        for (Supplier<Answer<?>> reading : readings()) {
            assertThat(reading.get())
                    .isInstanceOfSatisfying(
                            Answer.None.class,
                            none -> assertThat(none.why()).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                                assertThat(retry.spendsAttempt()).isFalse();
                                assertThat(retry.after()).contains(Duration.ofSeconds(7));
                            }));
        }
    }

    @Test
    final void aRevokedConsentBlocks() {
        for (Supplier<Answer<?>> reading : readings()) {
            haveToken();
            faults().onAnything().next(Fault.revokeConsent());

            assertThat(trial().seen(reading.get()))
                    .isInstanceOfSatisfying(
                            Answer.None.class, none -> assertThat(none.why()).isInstanceOf(Outcome.Blocked.class));
        }
    }

    @Test
    final void everyRequestHasAPermit() {
        String id = add(Records.bare(register(), "4711"));
        list(Optional.empty());
        read(id);

        assertThat(trial().testPermits().count())
                .isEqualTo(trial().transcript().exchanges().size());
    }

    @Test
    final void whatItCanTellBelongsToTheRegister() {
        assertThat(source().fields()).contains(name(), active()).isSubsetOf(RegisterField.of(register()));
        assertThat(source().overlap()).isBetween(Duration.ZERO, Duration.ofHours(2));
    }

    private List<Supplier<Answer<?>>> readings() {
        return List.of(
                () -> source().list(Optional.empty(), Optional.empty(), trial().transcript()),
                () -> source().read("1", trial().transcript()));
    }

    private List<String> addMany() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            added.add(add(Records.bare(register(), Integer.toString(1000 + i))));
        }
        return added;
    }
}
