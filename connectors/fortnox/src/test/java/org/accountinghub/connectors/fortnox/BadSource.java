package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Reads a register as Fortnox's connector does, but for one mistake that somebody could make. */
class BadSource implements RegisterSource {

    /** What is done wrong. */
    enum Mistake {
        FORGETS_A_FIELD,
        TELLS_TOO_MUCH,
        LISTS_OLD_VALUES,
        GOES_ON_AFTER_THE_END,
        STOPS_AFTER_A_PAGE,
        SKIPS_WHAT_MOVED,
        HEEDS_NO_CHANGE,
        BEGINS_LATE,
        CALLS_IT_OTHERWISE,
        LEAVES_OUT_THE_INACTIVE,
        MISSES_NOTHING_THAT_IS_GONE,
        REMEMBERS_THE_GONE,
        TAKES_FAILURE_FOR_NOTHING,
        SPENDS_ATTEMPTS_ON_LIMITS,
        RETRIES_WITHOUT_CONSENT,
        CALLS_WITHOUT_PERMIT,
        LOOKS_BACK_FOR_DAYS
    }

    private final RegisterSource good;
    private final Mistake mistake;
    private final Map<String, There> remembered = new HashMap<>();

    BadSource(RegisterSource good, Mistake mistake) {
        this.good = good;
        this.mistake = mistake;
    }

    @Override
    public Set<RegisterField> fields() {
        Set<RegisterField> fields = EnumSet.copyOf(good.fields());
        if (mistake == Mistake.TELLS_TOO_MUCH) {
            fields.addAll(EnumSet.allOf(RegisterField.class));
        }
        return fields;
    }

    @Override
    public Duration overlap() {
        return mistake == Mistake.LOOKS_BACK_FOR_DAYS ? Duration.ofDays(3) : good.overlap();
    }

    @Override
    public Answer<Page> list(Optional<Instant> since, Optional<String> token, Conversation conversation) {
        Optional<Instant> from = switch (mistake) {
            case HEEDS_NO_CHANGE -> Optional.empty();
            case BEGINS_LATE -> since.map(start -> start.plus(Duration.ofMinutes(4)));
            default -> since;
        };
        Answer<Page> answer = good.list(from, token, conversation);
        return answer instanceof Answer.Value<Page> page
                ? new Answer.Value<>(spoiled(page.value(), token))
                : spoiled((Answer.None<Page>) answer, new Page(List.of(), Optional.empty(), OptionalLong.empty()));
    }

    private Page spoiled(Page page, Optional<String> token) {
        return switch (mistake) {
            case STOPS_AFTER_A_PAGE -> new Page(page.records(), Optional.empty(), page.total());
            case GOES_ON_AFTER_THE_END ->
                new Page(page.records(), page.next().or(() -> Optional.of("99 0 2026-01-01T00:00:00Z")), page.total());
            case SKIPS_WHAT_MOVED ->
                token.isEmpty()
                        ? page
                        : new Page(
                                page.records().stream().skip(40).toList(),
                                page.records().size() > 400 ? page.next() : Optional.empty(),
                                page.total());
            case LISTS_OLD_VALUES -> mapped(page, there -> with(there, "Gammalt"));
            case LEAVES_OUT_THE_INACTIVE ->
                new Page(
                        page.records().stream()
                                .filter(there -> isActive(there, Conversation.UNHEARD))
                                .toList(),
                        page.next(),
                        page.total());
            default -> page;
        };
    }

    private boolean isActive(There there, Conversation conversation) {
        return read(there.id(), conversation) instanceof Answer.Value<Optional<There>> found
                && found.value().orElseThrow().record().values().entrySet().stream()
                        .noneMatch(field -> field.getKey().label().endsWith("active")
                                && field.getValue().equals("false"));
    }

    private static Page mapped(Page page, UnaryOperator<There> change) {
        List<There> changed = new ArrayList<>();
        page.records().forEach(there -> changed.add(change.apply(there)));
        return new Page(changed, page.next(), page.total());
    }

    private static There with(There there, String name) {
        RegisterRecord record = there.record();
        RegisterField field = record.knows(RegisterField.NAME) ? RegisterField.NAME : RegisterField.DESCRIPTION;
        return new There(there.id(), record.with(Map.of(field, name)));
    }

    @Override
    public Answer<Optional<There>> read(String id, Conversation conversation) {
        Answer<Optional<There>> answer = good.read(id, conversation);
        if (!(answer instanceof Answer.Value<Optional<There>> value)) {
            return spoiled((Answer.None<Optional<There>>) answer, Optional.empty());
        }
        value.value().ifPresent(there -> remembered.put(id, there));
        return switch (mistake) {
            case FORGETS_A_FIELD -> new Answer.Value<>(value.value().map(BadSource::forgetful));
            case CALLS_IT_OTHERWISE -> new Answer.Value<>(value.value().map(BadSource::otherwise));
            case MISSES_NOTHING_THAT_IS_GONE ->
                value.value().isPresent() ? answer : none(new Outcome.Rejected(problem()));
            case REMEMBERS_THE_GONE ->
                new Answer.Value<>(
                        value.value().or(() -> remembered.values().stream().findFirst()));
            default -> answer;
        };
    }

    private static There forgetful(There there) {
        Map<RegisterField, String> values = new EnumMap<>(there.record().values());
        values.remove(RegisterField.PHONE);
        values.remove(RegisterField.UNIT);
        return new There(
                there.id(),
                new RegisterRecord(there.record().register(), there.record().number(), values));
    }

    private static There otherwise(There there) {
        RegisterRecord record = there.record();
        return new There(there.id(), new RegisterRecord(record.register(), "4799", record.values()));
    }

    private <T> Answer<T> spoiled(Answer.None<T> none, T nothing) {
        return switch (mistake) {
            case TAKES_FAILURE_FOR_NOTHING -> new Answer.Value<>(nothing);
            case SPENDS_ATTEMPTS_ON_LIMITS ->
                none.why() instanceof Outcome.Retry retry
                        ? none(new Outcome.Retry(retry.problem(), retry.after(), true))
                        : none;
            case RETRIES_WITHOUT_CONSENT ->
                none.why() instanceof Outcome.Blocked blocked
                        ? none(new Outcome.Retry(blocked.problem(), Optional.empty(), true))
                        : none;
            default -> none;
        };
    }

    private static <T> Answer<T> none(Outcome why) {
        return new Answer.None<>(why);
    }

    private static Problem problem() {
        return Problem.of("bad.mistaken", Problem.Stage.PARTNER, "It is mistaken.", "Mend it.");
    }
}
