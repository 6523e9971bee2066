package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.register.RegisterField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Fortnox's lists make of a register beyond what every partner's do. */
class FortnoxRegisterTest {

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void aWholeRegisterCostsACallForEach500CustomersAndSaysHowLongItIs() {
        addCustomers(1, 1201);

        List<Page> pages = all(customers(), Optional.empty());

        assertThat(pages).hasSize(3).allMatch(page -> page.total().getAsLong() == 1201);
        assertThat(requests("GET /3/customers")).isEqualTo(3);
        assertThat(ids(pages)).hasSize(1201).doesNotHaveDuplicates();
    }

    @Test
    void noneIsMissedThatMovesForwardWhenOthersAreDeletedBetweenTwoPages() {
        addCustomers(1, 1300);
        Page first = page(customers(), Optional.empty(), Optional.empty());
        IntStream.rangeClosed(1, 30).forEach(number -> bench.bookKeeper().deleteCustomer(Integer.toString(number)));

        List<Page> pages = rest(customers(), Optional.empty(), first);

        assertThat(ids(pages))
                .containsAll(IntStream.rangeClosed(31, 1300)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(requests("GET /3/customers")).isEqualTo(5);
    }

    @Test
    void noneIsMissedWhenMoreThanAPageIsDeletedBeforeTheLastOne() {
        addCustomers(1, 1300);
        Page first = page(customers(), Optional.empty(), Optional.empty());
        Page second = page(customers(), Optional.empty(), first.next());
        IntStream.rangeClosed(1, 600).forEach(number -> bench.bookKeeper().deleteCustomer(Integer.toString(number)));

        List<String> seen = ids(rest(customers(), Optional.empty(), second));
        seen.addAll(ids(List.of(first)));

        assertThat(seen)
                .containsAll(IntStream.rangeClosed(601, 1300)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void articlesNeedNoFurtherCallsSinceAListOfTheInactiveSaysWhatTheListDoesNot() {
        addArticles(600);
        deactivate("7");

        List<Page> pages = all(articles(), Optional.empty());
        Map<String, There> byId = new TreeMap<>();
        pages.forEach(page -> page.records().forEach(there -> byId.put(there.id(), there)));

        assertThat(byId).hasSize(600);
        assertThat(byId.values())
                .allMatch(there ->
                        there.record().values().keySet().equals(articles().fields()));
        assertThat(byId.get("7").record().value(RegisterField.ARTICLE_ACTIVE)).contains("false");
        assertThat(byId.get("8").record().value(RegisterField.ARTICLE_ACTIVE)).contains("true");
        assertThat(byId.get("8").record().value(RegisterField.PRICE)).contains("129.5");
        assertThat(requests("GET /3/articles")).as("two pages and the inactive").isEqualTo(3);
    }

    @Test
    void anArticleDeactivatedDuringAListingIsSeenThenAndRightlyByTheNext() {
        addArticles(600);
        bench.clock().advance(Duration.ofHours(1));
        Instant begun = bench.clock().instant();
        Page first = page(articles(), Optional.empty(), Optional.empty());
        deactivate("600");

        assertThat(ids(rest(articles(), Optional.empty(), first))).hasSize(600);
        bench.clock().advance(Duration.ofMinutes(15));
        List<Page> next = all(articles(), Optional.of(begun.minus(articles().overlap())));

        assertThat(next.get(0).records()).singleElement().satisfies(there -> {
            assertThat(there.id()).isEqualTo("600");
            assertThat(there.record().value(RegisterField.ARTICLE_ACTIVE)).contains("false");
        });
    }

    @Test
    void whatChangedIsAskedForFromTheMinuteOnAndNoEarlier() {
        addCustomers(1, 3);
        bench.clock().advance(Duration.ofMinutes(10));
        Instant change = bench.clock().instant();
        bench.bookKeeper()
                .changeCustomer("2", JsonMapper.shared().createObjectNode().put("City", "Åre"));
        bench.clock().advance(Duration.ofSeconds(45));

        assertThat(ids(all(customers(), Optional.of(change.plusSeconds(5))))).containsExactly("2");
        assertThat(ids(all(customers(), Optional.of(change.plus(Duration.ofMinutes(2))))))
                .isEmpty();
        assertThat(customers().overlap()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aPersonsNumberInARegisterShowsNowhereEvenMistyped() {
        bench.addCustomer("1", "Örjan", "1212121213");
        bench.addCustomer("2", "Åke AB", "556036-0793");
        List<Exchange> heard = new ArrayList<>();

        value(customers().list(Optional.empty(), Optional.empty(), heard::add));
        There person = value(customers().read("1", heard::add)).orElseThrow();

        assertThat(person.record().value(RegisterField.REGISTRATION_NUMBER)).contains("1212121213");
        assertThat(heard.toString()).doesNotContain("1212121213").contains("556036-0793");
        assertThat(person.toString()).doesNotContain("1212121213");
    }

    private void addCustomers(int from, int to) {
        bench.bookKeeper()
                .addCustomers(IntStream.rangeClosed(from, to)
                        .mapToObj(number -> JsonMapper.shared()
                                .createObjectNode()
                                .put("CustomerNumber", Integer.toString(number))
                                .put("Name", "Kund " + number))
                        .toList());
    }

    private void addArticles(int number) {
        List<ObjectNode> all = IntStream.rangeClosed(1, number)
                .mapToObj(i -> JsonMapper.shared()
                        .createObjectNode()
                        .put("ArticleNumber", Integer.toString(i))
                        .put("Description", "Artikel " + i)
                        .put("SalesPrice", 129.5))
                .toList();
        bench.bookKeeper().addArticles(all);
    }

    private void deactivate(String article) {
        bench.bookKeeper()
                .changeArticle(article, JsonMapper.shared().createObjectNode().put("Active", false));
    }

    private RegisterSource customers() {
        return ((FortnoxConnector) trial.connector()).customersThere();
    }

    private RegisterSource articles() {
        return ((FortnoxConnector) trial.connector()).articlesThere();
    }

    private int requests(String operation) {
        return bench.partner().journal().count(operation);
    }

    private static List<Page> all(RegisterSource source, Optional<Instant> since) {
        return rest(source, since, page(source, since, Optional.empty()));
    }

    private static List<Page> rest(RegisterSource source, Optional<Instant> since, Page first) {
        List<Page> pages = new ArrayList<>(List.of(first));
        while (pages.get(pages.size() - 1).next().isPresent()) {
            pages.add(page(source, since, pages.get(pages.size() - 1).next()));
        }
        return pages;
    }

    private static Page page(RegisterSource source, Optional<Instant> since, Optional<String> token) {
        return value(source.list(since, token, Conversation.UNHEARD));
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<T>) answer).value();
    }

    private static List<String> ids(List<Page> pages) {
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> page.records().forEach(there -> ids.add(there.id())));
        return ids;
    }
}
