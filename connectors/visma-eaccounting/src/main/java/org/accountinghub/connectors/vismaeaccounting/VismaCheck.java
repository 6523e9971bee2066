package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.wire.CompanySettings;
import tools.jackson.databind.JsonNode;

/** Tries each list that the connector needs by a small read, and whether what the settings name is there. */
final class VismaCheck {

    private static final Map<String, String> LISTS = Map.of(
            "/customers",
            "customers",
            "/articles",
            "articles",
            DraftForm.PATH,
            "invoice drafts",
            Invoices.PATH,
            "invoices");

    private final Policy policy;
    private final VismaClient client;
    private final Articles articles;
    private final Terms terms;

    VismaCheck(Policy policy, VismaClient client, Articles articles, Terms terms) {
        this.policy = policy;
        this.client = client;
        this.articles = articles;
        this.terms = terms;
    }

    List<Problem> run(Conversation conversation) {
        List<Problem> problems = new ArrayList<>();
        VismaProblems.COMMON
                .inTheWay(client.read(Preparation.COMPANY, Map.of(), CompanySettings.class, conversation))
                .map(problem -> about("company settings", problem))
                .ifPresent(problems::add);
        LISTS.forEach((path, word) -> VismaProblems.COMMON
                .inTheWay(client.read(path, Map.of("$pagesize", "1"), JsonNode.class, conversation))
                .map(problem -> about(word, problem))
                .ifPresent(problems::add));
        if (problems.isEmpty()) {
            VismaProblems.COMMON.inTheWay(terms.usual(conversation)).ifPresent(problems::add);
            policy.fallbackArticles()
                    .forEach((rate, number) ->
                            fallback(rate, number, conversation).ifPresent(problems::add));
        }
        return problems.stream().distinct().toList();
    }

    private Optional<Problem> fallback(BigDecimal rate, String number, Conversation conversation) {
        Reply<Map<String, Catalogue.Item>> reply = articles.items(Set.of(number), conversation);
        if (!(reply instanceof Said<Map<String, Catalogue.Item>> said)) {
            return VismaProblems.COMMON.inTheWay(reply);
        }
        Optional<Catalogue.Item> item = Optional.ofNullable(said.body().get(number));
        return item.filter(found -> found.vatRate().compareTo(rate) == 0).isPresent()
                ? Optional.empty()
                : Optional.of(VismaProblems.connection(
                                "fallback-article-wrong",
                                item.map(found -> "Article " + number + " has "
                                                + found.vatRate().toPlainString()
                                                + " % VAT in eAccounting, the connection names it for "
                                                + rate.toPlainString() + " %.")
                                        .orElse("eAccounting has no active article " + number
                                                + ", which the connection names for rows without one."),
                                "Correct the connection's fallback-articles, or the article in eAccounting.")
                        .at("fallback-articles"));
    }

    /** A missing right says which; what is wrong with the connection as a whole is said once. */
    private static Problem about(String right, Problem problem) {
        boolean one = problem.cause().endsWith(".right-missing")
                || problem.cause().endsWith(".forbidden")
                || problem.cause().endsWith(".module-missing");
        return one ? problem.at("right to " + right) : problem;
    }
}
