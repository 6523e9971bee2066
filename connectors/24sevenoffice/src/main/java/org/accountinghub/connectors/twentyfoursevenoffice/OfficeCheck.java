package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.GetIdentity;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.GetIdentityResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ProductSearchParameters;

/** Logs in, looks whose books these are, and tries each service by a small read. */
final class OfficeCheck {

    private static final String NOBODY = "1";

    private final OfficeSettings settings;
    private final OfficeClient client;
    private final OfficeProducts products;

    OfficeCheck(OfficeSettings settings, OfficeClient client, OfficeProducts products) {
        this.settings = settings;
        this.client = client;
        this.products = products;
    }

    List<Problem> run(Conversation conversation) {
        List<Problem> problems = new ArrayList<>(identity(conversation));
        if (problems.isEmpty()) {
            problem(new Companies(client).withId(NOBODY, conversation), "customers")
                    .ifPresent(problems::add);
            problem(products.search(nothing(), conversation), "products").ifPresent(problems::add);
            problem(new Papers(client).whole(NOBODY, conversation), "invoices").ifPresent(problems::add);
        }
        return problems.stream().distinct().toList();
    }

    private List<Problem> identity(Conversation conversation) {
        Reply<GetIdentityResponse> reply = client.lookAtSession(conversation)
                .then(good -> client.read(Operation.GET_IDENTITY, new GetIdentity(), conversation));
        if (reply instanceof Failed<GetIdentityResponse> failed) {
            return List.of(failed.outcome().problem());
        }
        var identity = ((Said<GetIdentityResponse>) reply).body().getGetIdentityResult();
        String actual = identity == null || identity.getId() == null ? "" : identity.getId();
        String expected = settings.credentials().identity();
        return actual.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT))
                ? List.of()
                : List.of(OfficeProblems.connection(
                                "other-identity",
                                "The session is for identity " + actual + ", the connection belongs to " + expected
                                        + ".",
                                "Correct the connection's identity-id, or give the user that identity.")
                        .at(SettingsList.IDENTITY));
    }

    private static Optional<Problem> problem(Reply<?> reply, String right) {
        if (!(reply instanceof Failed<?> failed)) {
            return Optional.empty();
        }
        Problem problem = failed.outcome().problem();
        boolean one = problem.cause().equals("24sevenoffice.right-missing")
                || problem.cause().equals("24sevenoffice.forbidden");
        return Optional.of(one ? problem.at("right " + right) : problem);
    }

    private static ProductSearchParameters nothing() {
        ProductSearchParameters search = new ProductSearchParameters();
        search.setId(1);
        return search;
    }
}
