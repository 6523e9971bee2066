package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accountinghub.connectors.http.ListPlace;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.fortnox.wire.MetaInformation;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Lists and reads one register: 500 records a call, or one. */
final class FortnoxRegister<B, W, P extends FortnoxPage<I>, I> implements RegisterSource {

    private final RegisterPlace<B, W, P, I> place;
    private final FortnoxClient client;
    private final FortnoxLists lists;
    private final InactiveArticles inactive;
    private final InstantSource clock;

    FortnoxRegister(RegisterPlace<B, W, P, I> place, FortnoxClient client, InstantSource clock) {
        this.place = place;
        this.client = client;
        this.lists = new FortnoxLists(client);
        this.inactive = new InactiveArticles(lists);
        this.clock = clock;
    }

    @Override
    public Set<RegisterField> fields() {
        return place.form().fields();
    }

    @Override
    public Duration overlap() {
        return ChangedSince.OVERLAP;
    }

    @Override
    public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation everything) {
        Conversation conversation = RegisterPlace.PERSONS.of(everything);
        ListPlace at = page.map(ListPlace::parse).orElseGet(() -> ListPlace.first(clock.instant()));
        Map<String, String> query = new HashMap<>(Map.of("sortby", place.sortedBy(), "sortorder", "ascending"));
        since.ifPresent(from -> query.put("lastmodified", ChangedSince.minute(from)));
        if (place.form().register() != Register.ARTICLES) {
            return lists.page(place.list(), query, at.page(), conversation)
                    .map(list -> page(list, at, Optional.empty()))
                    .answer();
        }
        return inactive.during(at.begun(), query, conversation)
                .then(unused -> lists.page(place.list(), query, at.page(), conversation)
                        .map(list -> page(list, at, Optional.of(unused))))
                .answer();
    }

    @Override
    public Answer<Optional<There>> read(String id, Conversation everything) {
        Reply<W> reply = place.read(client, id, RegisterPlace.PERSONS.of(everything));
        return reply instanceof Reply.Absent<W>
                ? new Answer.Value<>(Optional.empty())
                : reply.map(found -> place.form().whole(found).map(FortnoxRegister::there))
                        .answer();
    }

    private Page page(P list, ListPlace at, Optional<Set<String>> unused) {
        Optional<Integer> total = list.metaInformation().flatMap(MetaInformation::totalResources);
        return new Page(
                list.items().stream()
                        .flatMap(item -> place.form().item(item).stream())
                        .map(record -> unused.map(numbers -> record.with(Map.of(
                                        RegisterField.ARTICLE_ACTIVE,
                                        Boolean.toString(!numbers.contains(record.number())))))
                                .orElse(record))
                        .map(FortnoxRegister::there)
                        .toList(),
                at.after(list.next(), total.orElse(at.total()), FortnoxLists.PAGE)
                        .map(ListPlace::token),
                total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty());
    }

    private static There there(RegisterRecord record) {
        return new There(record.number(), record);
    }
}
