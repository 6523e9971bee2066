package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Changes records as Fortnox's connector does, but for one mistake that somebody could make. */
final class BadEdits implements RegisterEditing, Delivery<RegisterEdit> {

    /** What is done wrong. */
    enum Mistake {
        WRITES_MORE,
        WRITES_TWICE,
        SENDS_THE_WHOLE_RECORD,
        NAMES_ANOTHER_RECORD,
        LEAVES_A_FIELD,
        CLAIMS_TO_CLEAR,
        KEEPS_SILENT,
        CLAIMS_TO_WRITE,
        NEEDS_A_PERSON,
        WILL_NOT_REPEAT,
        BELIEVES_IT_WORKED,
        BELIEVES_IT_FAILED,
        FINDS_NOTHING,
        FINDS_ALWAYS,
        CALLS_ERRORS_RETRY,
        CALLS_REFUSALS_RETRY,
        SPENDS_ATTEMPTS_ON_LIMITS,
        RETRIES_WITHOUT_CONSENT,
        CALLS_AWAY_UNCERTAIN,
        NEVER_MISSES_THE_GONE,
        CALLS_WITHOUT_PERMIT,
        WRITES_BEFOREHAND
    }

    private final RegisterEditing good;
    private final RegisterSource source;
    private final Mistake mistake;
    private Optional<RegisterRecord> firstSeen = Optional.empty();

    BadEdits(RegisterEditing good, RegisterSource source, Mistake mistake) {
        this.good = good;
        this.source = source;
        this.mistake = mistake;
    }

    @Override
    public Delivery<RegisterEdit> edits() {
        return this;
    }

    @Override
    public Set<RegisterField> writable() {
        Set<RegisterField> fields = EnumSet.copyOf(good.writable());
        if (mistake == Mistake.CLAIMS_TO_WRITE) {
            fields.add(RegisterField.LANGUAGE);
        }
        return fields;
    }

    @Override
    public Set<RegisterField> clearable() {
        Set<RegisterField> fields = EnumSet.noneOf(RegisterField.class);
        fields.addAll(good.clearable());
        if (mistake == Mistake.CLAIMS_TO_CLEAR) {
            fields.add(RegisterField.VAT_NUMBER);
        }
        return fields;
    }

    @Override
    public List<Step> steps(RegisterEdit edit) {
        return mistake == Mistake.NEEDS_A_PERSON
                ? List.of(new Step(RecordChanges.UPDATE, IdempotencyClass.D, Duration.ZERO))
                : good.edits().steps(edit);
    }

    @Override
    public Outcome perform(Work<RegisterEdit> work, Conversation conversation) {
        if (mistake == Mistake.WILL_NOT_REPEAT && find(work, conversation) instanceof Finding.Found) {
            return new Outcome.Rejected(problem());
        }
        if (mistake == Mistake.WRITES_TWICE) {
            good.edits().perform(work, conversation);
        }
        Outcome outcome = good.edits().perform(spoiled(work), conversation);
        return spoiled(work, outcome);
    }

    private Work<RegisterEdit> spoiled(Work<RegisterEdit> work) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(work.document().changes());
        if (mistake == Mistake.WRITES_MORE && work.document().register() == Register.CUSTOMERS) {
            changes.put(RegisterField.PHONE, new FieldChange.Set("0"));
        }
        if (mistake == Mistake.SENDS_THE_WHOLE_RECORD) {
            whole(work).values().forEach((field, value) -> {
                if (good.writable().contains(field) && !value.isEmpty()) {
                    changes.putIfAbsent(field, new FieldChange.Set(value));
                }
            });
        }
        if (mistake == Mistake.LEAVES_A_FIELD && changes.size() > 1) {
            changes.remove(RegisterField.PHONE);
        }
        RegisterEdit edit =
                new RegisterEdit(work.document().register(), work.document().number(), changes);
        return new Work<>(work.step(), edit, work.done(), work.bound(), work.firstIntent());
    }

    /** As it was when this was asked first. */
    private RegisterRecord whole(Work<RegisterEdit> work) {
        if (firstSeen.isEmpty()) {
            String id = work.bound().values().iterator().next();
            Answer<Optional<There>> answer = source.read(id, Conversation.UNHEARD);
            firstSeen = ((Answer.Value<Optional<There>>) answer).value().map(There::record);
        }
        return firstSeen.orElseThrow();
    }

    private Outcome spoiled(Work<RegisterEdit> work, Outcome outcome) {
        Outcome retry = new Outcome.Retry(problem(), Optional.empty(), true);
        return switch (mistake) {
            case KEEPS_SILENT ->
                outcome instanceof Outcome.Delivered delivered
                        ? new Outcome.Delivered(new PartnerDocument(
                                delivered.document().id(), delivered.document().number(), List.of()))
                        : outcome;
            case NAMES_ANOTHER_RECORD ->
                outcome instanceof Outcome.Delivered delivered
                        ? new Outcome.Delivered(new PartnerDocument(
                                "4799", "4799", delivered.document().notes()))
                        : outcome;
            case BELIEVES_IT_WORKED ->
                outcome instanceof Outcome.Uncertain ? new Outcome.Delivered(there(work)) : outcome;
            case BELIEVES_IT_FAILED, CALLS_ERRORS_RETRY -> outcome instanceof Outcome.Uncertain ? retry : outcome;
            case CALLS_REFUSALS_RETRY -> outcome instanceof Outcome.Rejected ? retry : outcome;
            case SPENDS_ATTEMPTS_ON_LIMITS -> outcome instanceof Outcome.Retry ? retry : outcome;
            case RETRIES_WITHOUT_CONSENT -> outcome instanceof Outcome.Blocked ? retry : outcome;
            case CALLS_AWAY_UNCERTAIN -> outcome instanceof Outcome.Retry ? new Outcome.Uncertain(problem()) : outcome;
            case NEVER_MISSES_THE_GONE ->
                outcome instanceof Outcome.Rejected ? new Outcome.Delivered(there(work)) : outcome;
            default -> outcome;
        };
    }

    @Override
    public Finding find(Work<RegisterEdit> work, Conversation conversation) {
        return switch (mistake) {
            case FINDS_NOTHING -> new Finding.Absent();
            case FINDS_ALWAYS -> new Finding.Found(there(work));
            default -> good.edits().find(work, conversation);
        };
    }

    @Override
    public Rehearsal rehearse(RegisterEdit edit, Map<String, String> bound, Conversation conversation) {
        if (mistake == Mistake.WRITES_BEFOREHAND) {
            Step step = steps(edit).get(0);
            good.edits().perform(new Work<>(step, edit, Map.of(), bound, Instant.EPOCH), conversation);
        }
        return good.edits().rehearse(edit, bound, conversation);
    }

    private static PartnerDocument there(Work<RegisterEdit> work) {
        String id = work.bound().values().iterator().next();
        return new PartnerDocument(id, id, List.of());
    }

    private static Problem problem() {
        return Problem.of("bad.mistaken", Problem.Stage.PARTNER, "It is mistaken.", "Mend it.");
    }
}
