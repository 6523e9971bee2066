package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accountinghub.connectors.http.ListPlace;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.vismaeaccounting.VismaLists.Part;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;

/** Lists one register by number and reads it by id. Lists tell all that single answers do. */
final class VismaRegister<P extends EAccountingPage<W>, W> implements RegisterSource {

    /** Clocks differ a little, and what is changed takes a moment. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final RegisterPlace<P, W> place;
    private final VismaLists lists;
    private final boolean filters;
    private final InstantSource clock;

    VismaRegister(RegisterPlace<P, W> place, VismaLists lists, boolean filters, InstantSource clock) {
        this.place = place;
        this.lists = lists;
        this.filters = filters;
        this.clock = clock;
    }

    @Override
    public Set<RegisterField> fields() {
        return place.form().fields();
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }

    @Override
    public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation everything) {
        Conversation conversation = RegisterPlace.PERSONS.of(everything);
        ListPlace at = page.map(ListPlace::parse).orElseGet(() -> ListPlace.first(clock.instant()));
        Map<String, String> query = new HashMap<>(Map.of("$orderby", place.numbered()));
        if (filters) {
            since.ifPresent(from -> query.put(VismaLists.FILTER, "ChangedUtc gt " + before(from)));
        }
        return lists.page(place.list(), query, at.page(), conversation)
                .then(list -> place.form(conversation).map(form -> page(list, at, since, form)))
                .answer();
    }

    @Override
    public Answer<Optional<There>> read(String id, Conversation everything) {
        Conversation conversation = RegisterPlace.PERSONS.of(everything);
        return place.form(conversation)
                .then(form ->
                        place.bound(lists, id, conversation).map(found -> found.flatMap(record -> there(record, form))))
                .answer();
    }

    private Page page(Part<W> list, ListPlace at, Optional<Instant> since, RegisterForm<W, W> form) {
        List<There> records = list.items().stream()
                .filter(item -> since.isEmpty() || !isOlder(item, since.get()))
                .flatMap(item -> there(item, form).stream())
                .toList();
        return new Page(
                records,
                at.after(list.next(), list.total().orElse(at.total()), lists.pageSize())
                        .map(ListPlace::token),
                list.total().isPresent() && (filters || since.isEmpty())
                        ? OptionalLong.of(list.total().get())
                        : OptionalLong.empty());
    }

    /** What a list that was not filtered shows besides. */
    private boolean isOlder(W item, Instant since) {
        return place.changed(item)
                .flatMap(Moments::of)
                .filter(changed -> changed.isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    /** "gt" is strictly later. */
    private static Instant before(Instant since) {
        return since.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    }

    private Optional<There> there(W item, RegisterForm<W, W> form) {
        return place.id(item).flatMap(id -> form.whole(item).map(record -> new There(id, record)));
    }
}
