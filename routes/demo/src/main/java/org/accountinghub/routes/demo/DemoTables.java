package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.cli.ProblemsText;
import org.accountinghub.routes.cli.Table;
import org.accountinghub.routes.store.ReferenceOrders;
import tools.jackson.databind.JsonNode;

/** How the demo ends for the person who watches: what became of every order, the problems, where to look next. */
final class DemoTables {

    private static final int WIDTH = 100;

    private final DemoStage stage;
    private final Progress progress;

    DemoTables(DemoStage stage, Progress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    /** @param found invoices whose answer was lost, and which the hub found again */
    void show(Documents sent, List<ReferenceOrders.Line> store, DemoReport report, int found) {
        progress.say("\nWhat became of every order\n");
        progress.say(orders(sent, store));
        progress.say("\nWhat needs a person (./hub problems)\n");
        progress.say(ProblemsText.of(stage.hub().get("/api/problems"), WIDTH));
        progress.say("\n" + summary(report, found));
    }

    /** For those who want to see more, as long as the hub is up. */
    void showWhereToLook() {
        progress.say("\n" + whereToLook());
    }

    private static String orders(Documents sent, List<ReferenceOrders.Line> store) {
        Map<String, ReferenceOrders.Line> lines = store.stream()
                .collect(Collectors.toMap(
                        line -> line.order() + " " + line.payer().orElse(""), Function.identity(), (a, b) -> b));
        Table table = new Table(WIDTH, "COMPANY", "ORDER", "PAYER", "INVOICE", "TOTAL", "TO PAY", "WHAT BECAME OF IT");
        for (JsonNode document : sent.inOrder()) {
            String payer = document.path("payer").asString("");
            Optional<ReferenceOrders.Line> line =
                    Optional.ofNullable(lines.get(Documents.order(document) + " " + payer));
            table.row(
                    document.path("subgroup").asString(""),
                    document.path("kind").asString("") + " "
                            + document.path("number").asString(""),
                    payer,
                    document.path("partnerNumber").asString(""),
                    line.flatMap(ReferenceOrders.Line::total)
                            .map(BigDecimal::toPlainString)
                            .orElse(""),
                    line.flatMap(ReferenceOrders.Line::balance)
                            .map(BigDecimal::toPlainString)
                            .orElse(""),
                    became(sent, document, line));
        }
        return table.toString();
    }

    private static String became(Documents sent, JsonNode document, Optional<ReferenceOrders.Line> line) {
        if (Documents.state(document).equals("DELIVERED")) {
            return line.flatMap(ReferenceOrders.Line::invoiceState)
                    .map(state -> state.toLowerCase(Locale.ROOT))
                    .orElse("sent, not booked yet");
        }
        return sent.problem(document).path("cause").asString("not sent");
    }

    private static String summary(DemoReport report, int found) {
        int stopped =
                report.problems().stream().mapToInt(DemoReport.Cause::count).sum();
        DemoReport.Partner fortnox = report.partner();
        return """
                %d orders became %d documents: %d delivered, %d stopped with a problem.
                Fortnox has %d invoices and %d new customers of the hub, made twice: %d%s.
                %d orders are marked invoiced in the store. %d s in all.""".formatted(
                        report.orders(),
                        report.documents(),
                        report.delivered(),
                        stopped,
                        fortnox.invoices(),
                        fortnox.customers(),
                        fortnox.duplicates(),
                        found == 0 ? "" : ", though the answers to " + found + " were lost",
                        report.invoicedInStore(),
                        report.seconds());
    }

    private String whereToLook() {
        String environment = "HUB_DATA=" + stage.folder() + " HUB_URL=" + stage.hubAddress();
        return "Look around, in another window:\n"
                + "  export " + environment + "\n"
                + "  ./hub status                      whether anybody is needed; connections and transfers at a glance\n"
                + "  ./hub problems                    what needs a person, with what to do\n"
                + "  ./hub transfers list              every transfer\n"
                + "  ./hub transfers show ID           one transfer explains itself\n"
                + "Logs: " + stage.folder().resolve("logs");
    }
}
