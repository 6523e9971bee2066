package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every register whose records are changed: what is named changes, once, and nothing else does. */
abstract class RegisterEditorKit extends RegisterKit {

    private String id = "";

    @Override
    protected abstract EditorBench bench();

    @BeforeEach
    final void prepare() {
        id = add(Records.record(register(), "4711"));
    }

    @Test
    final void whatIsNamedChangesAndNothingElse() {
        RegisterRecord before = read(id);

        assertThat(perform(renamed())).isInstanceOf(Outcome.Delivered.class);

        assertThat(read(id).value(name())).contains("Annat namn");
        assertThat(before.differences(read(id))).containsExactly(name());
        assertThat(requests(changes())).isEqualTo(1);
    }

    @Test
    final void oneThatGotAnotherNumberThereIsChangedAndKeepsIt() {
        String number = renumbered(id);

        assertThat(perform(renamed()))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().id()).isEqualTo(id));

        assertThat(read(id).value(name())).contains("Annat namn");
        assertThat(read(id).number()).isEqualTo(number);
        assertThat(find(renamed())).isInstanceOf(Finding.Found.class);
    }

    @Test
    final void everyWritableFieldCanBeGivenAValue() {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        for (RegisterField field : editing().writable()) {
            changes.put(field, FieldChange.to(field.canonical(Records.other(field))));
        }

        assertThat(perform(new RegisterEdit(register(), "4711", changes)))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes()).isEmpty());

        RegisterRecord after = read(id);
        changes.forEach((field, change) ->
                assertThat(after.value(field)).as(field.label()).contains(((FieldChange.Set) change).value()));
    }

    @Test
    final void aFieldLosesItsValueWhereItCanAndElseKeepsItAndThatIsTold() {
        for (RegisterField field : source().fields()) {
            RegisterRecord before = read(id);
            if (before.value(field).isEmpty()) {
                continue;
            }
            Outcome outcome = perform(Records.edit(register(), "4711", field, ""));

            assertThat(outcome).as(field.label()).isInstanceOf(Outcome.Delivered.class);
            if (editing().clearable().contains(field)) {
                assertThat(read(id).value(field)).as(field.label()).isEmpty();
            } else {
                assertThat(read(id).value(field)).as(field.label()).isEqualTo(before.value(field));
                assertThat(((Outcome.Delivered) outcome).document().notes())
                        .anyMatch(note -> note.contains(field.label()));
            }
            assertThat(before.differences(read(id))).isSubsetOf(Set.of(field));
        }
    }

    @Test
    final void whatCannotBeWrittenIsLeftAndTold() {
        Set<RegisterField> readOnly = EnumSet.copyOf(RegisterField.of(register()));
        readOnly.removeAll(editing().writable());
        RegisterRecord before = read(id);
        for (RegisterField field : readOnly) {
            assertThat(perform(Records.edit(register(), "4711", field, Records.other(field))))
                    .as(field.label())
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.document().notes())
                                    .anyMatch(note -> note.contains(field.label())));
        }
        assertThat(read(id)).isEqualTo(before);
    }

    @Test
    final void whatItCanDoItCanReadAgain() {
        assertThat(source().fields()).containsAll(editing().writable());
        assertThat(editing().writable()).contains(name()).containsAll(editing().clearable());
    }

    @Test
    final void theStepsAreFewAndOneNeedsNoSettlingThatIsRepeated() {
        assertThat(editing().edits().steps(renamed())).isNotEmpty().allSatisfy(step -> {
            assertThat(step.idempotency()).isNotEqualTo(IdempotencyClass.D);
            assertThat(step.idempotency() == IdempotencyClass.B
                            && !step.lateness().isZero())
                    .isFalse();
        });
        assertOnlyRead(trial().bench());
    }

    @Test
    final void doneTwiceItIsDoneOnce() {
        perform(renamed());
        RegisterRecord once = read(id);

        assertThat(perform(renamed())).isInstanceOf(Outcome.Delivered.class);
        assertThat(read(id)).isEqualTo(once);
    }

    @Test
    final void anAnswerLostAfterTheCommitIsUncertainAndFound() {
        faults().on(changes()).next(Fault.commitAndCut());

        assertThat(perform(renamed())).isInstanceOf(Outcome.Uncertain.class);
        assertThat(find(renamed())).isInstanceOf(Finding.Found.class);
    }

    @Test
    final void aCallThatWasNotCarriedOutIsUncertainAbsentAndDoneByComingBack() {
        faults().on(changes()).next(Fault.cut());
        Progress<RegisterEdit> progress = begin(renamed());
        Step step = progress.steps().get(progress.steps().size() - 1);

        assertThat(progress.perform()).isInstanceOf(Outcome.Uncertain.class);
        assertThat(progress.find(step)).isInstanceOf(Finding.Absent.class);
        assertThat(read(id).value(name())).isPresent().isNotEqualTo(Optional.of("Annat namn"));
        assertThat(progress.resume(step)).get().isInstanceOf(Outcome.Delivered.class);
        assertThat(read(id).value(name())).contains("Annat namn");
    }

    @Test
    final void aLateCommitIsFoundWhenItHasHappened() {
        faults().on(changes()).next(Fault.commitWhenReleased());

        assertThat(perform(renamed())).isInstanceOf(Outcome.Uncertain.class);
        assertThat(find(renamed())).isInstanceOf(Finding.Absent.class);
        trial().bench().partner().releaseLateCommits();
        assertThat(find(renamed())).isInstanceOf(Finding.Found.class);
    }

    @Test
    final void whatSomebodyChangesMeanwhileElsewhereInTheRecordStays() {
        RegisterField elsewhere = editing().writable().stream()
                .filter(field -> field != name() && field != active())
                .findFirst()
                .orElseThrow();
        faults().on(changes()).next(Fault.cut());
        Progress<RegisterEdit> progress = begin(renamed());
        Step step = progress.steps().get(progress.steps().size() - 1);
        progress.perform();
        registers().changeRecord(register(), id, Map.of(elsewhere, Records.other(elsewhere)));

        progress.resume(step);

        assertThat(read(id).value(name())).contains("Annat namn");
        assertThat(read(id).value(elsewhere)).contains(elsewhere.canonical(Records.other(elsewhere)));
    }

    @Test
    final void anErrorOfThePartnerIsUncertainWhetherItCommittedOrNot() {
        for (Fault fault : new Fault[] {Fault.status(500), Fault.status(503), Fault.malformed()}) {
            faults().clear();
            faults().on(changes()).next(fault);
            assertThat(perform(renamed())).as(fault.toString()).isInstanceOf(Outcome.Uncertain.class);
        }
        assertThat(find(renamed())).isInstanceOf(Finding.Found.class);
    }

    @Test
    final void aRefusalIsAProblemInThePartnersWords() {
        faults().on(changes()).next(Fault.status(400));

        assertThat(perform(renamed())).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().remedy()).isNotBlank();
            assertThat(rejected.problem().partnerSays())
                    .hasValueSatisfying(words -> assertThat(words).isNotBlank());
        });
    }

    @Test
    final void aReachedLimitIsWaitedForAndSpendsNoAttempt() {
        faults().on(changes()).next(Fault.status(429));

        assertThat(perform(renamed()))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.spendsAttempt()).isFalse());
        assertThat(trial().testPermits().exhausted()).hasSize(1);
    }

    @Test
    final void withoutAPermitNothingIsSentAndNoAttemptSpent() {
        haveToken();
        int before = trial().bench().partner().journal().total();
        trial().testPermits().refuse();

        assertThat(perform(renamed())).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.spendsAttempt()).isFalse();
            assertThat(retry.after()).contains(Duration.ofSeconds(7));
        });
        assertThat(find(renamed())).isInstanceOf(Finding.Unreachable.class);
        assertThat(trial().bench().partner().journal().total()).isEqualTo(before);
    }

    @Test
    final void aRevokedConsentBlocksTheConnection() {
        faults().on(changes()).next(Fault.revokeConsent());

        assertThat(perform(renamed())).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    final void aPartnerThatIsAwayIsTriedAgain() {
        haveToken();
        trial().bench().close();

        assertThat(perform(renamed())).isInstanceOf(Outcome.Retry.class);
        assertThat(find(renamed())).isInstanceOf(Finding.Unreachable.class);
    }

    @Test
    final void aRecordThatIsGoneIsAProblem() {
        if (!has(Behaviour.DELETED_RECORDS)) {
            assertThat(perform(renamed())).isInstanceOf(Outcome.Delivered.class);
            return;
        }
        registers().deleteRecord(register(), id);

        assertThat(perform(renamed()))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().remedy()).isNotBlank());
        assertThat(find(renamed())).isNotInstanceOf(Finding.Found.class);
    }

    @Test
    final void aLookBeforehandWritesNothing() {
        Rehearsal rehearsal = trial().seen(
                        editing().edits().rehearse(renamed(), Map.of(register().kind(), id), trial().transcript()));

        assertThat(rehearsal.problems()).isEmpty();
        assertOnlyRead(trial().bench());
    }

    @Test
    final void everyRequestHasAPermit() {
        perform(renamed());
        find(renamed());

        assertThat(trial().testPermits().count())
                .isEqualTo(trial().transcript().exchanges().size());
    }

    final RegisterEdit renamed() {
        return Records.edit(register(), "4711", name(), "Annat namn");
    }

    final Outcome perform(RegisterEdit edit) {
        return begin(edit).perform();
    }

    private Finding find(RegisterEdit edit) {
        Progress<RegisterEdit> progress = begin(edit);
        return progress.find(progress.steps().get(progress.steps().size() - 1));
    }

    private Progress<RegisterEdit> begin(RegisterEdit edit) {
        return trial().begin(edit, id);
    }

    private RegisterEditing editing() {
        return trial().editing(register());
    }

    private String changes() {
        return ((EditorBench) trial().bench()).changesRecord(register());
    }
}
