package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.BillableOrder;
import tools.jackson.databind.JsonNode;

/** Leaves out cost centres that Fortnox has inactive. Which those are is read before anything is written, every ten minutes. */
final class CostCentres implements Adjustment {

    static final String PATH = "/costcenters";

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final FortnoxClient client;
    private final InstantSource clock;
    private final Set<String> inactive = new HashSet<>();
    private Instant knownUntil = Instant.MIN;

    CostCentres(FortnoxClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Reply<Adjusted> adjust(BillableOrder order, Conversation conversation) {
        Set<String> used = used(order);
        if (used.isEmpty()) {
            return new Said<>(new Adjusted(order, List.of()));
        }
        return inactive(conversation).map(all -> {
            Set<String> left = new TreeSet<>(used);
            left.retainAll(all);
            return left.isEmpty()
                    ? new Adjusted(order, List.of())
                    : new Adjusted(
                            Orders.withoutCostCentres(order, left),
                            List.of("cost centre " + String.join(", ", left)
                                    + " is inactive in Fortnox and was left out"));
        });
    }

    private synchronized Reply<Set<String>> inactive(Conversation conversation) {
        if (clock.instant().isBefore(knownUntil)) {
            return new Said<>(Set.copyOf(inactive));
        }
        Reply<JsonNode> reply = client.read(PATH, Map.of("limit", "500"), JsonNode.class, conversation);
        if (reply instanceof Failed<JsonNode> failed) {
            return new Failed<>(OptionalRights.needed(FortnoxSettings.COST_CENTRE, failed.outcome()));
        }
        JsonNode list = reply instanceof Said<JsonNode> said ? said.body().path("CostCenters") : null;
        if (list == null || !list.isArray()) {
            return new Failed<>(FortnoxProblems.unreadable("it holds no list", false));
        }
        inactive.clear();
        for (JsonNode costCentre : list) {
            if (costCentre.path("Active").isBoolean()
                    && !costCentre.path("Active").booleanValue()) {
                inactive.add(costCentre.path("Code").asString(""));
            }
        }
        knownUntil = clock.instant().plus(GOOD_FOR);
        return new Said<>(Set.copyOf(inactive));
    }

    private static Set<String> used(BillableOrder order) {
        Set<String> used = new HashSet<>();
        Stream.concat(
                        order.costCentre().stream(),
                        order.pricedRows().stream().flatMap(row -> row.costCentre().stream()))
                .map(String::strip)
                .forEach(used::add);
        return used;
    }
}
