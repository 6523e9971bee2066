package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.cli.ProblemsText;
import org.accountinghub.routes.cli.Table;
import org.accountinghub.routes.store.ReferenceOrders;
import tools.jackson.databind.JsonNode;

/** How the demo ends for the person who watches: what became of every order, the problems, where to look next. */
final class DemoTables {

    private static final int WIDTH = 150;

    private final DemoStage stage;
    private final Progress progress;

    DemoTables(DemoStage stage, Progress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    void show(Documents sent, List<ReferenceOrders.Line> store, DemoReport report) {
        progress.say("\nWhat became of every order\n");
        progress.say(orders(sent, store));
        progress.say("\nWhat could not be sent, and what to do\n");
        progress.say(ProblemsText.of(stage.hub().get("/api/problems"), WIDTH));
        progress.say("\n" + summary(report) + "\n");
        progress.say(whereToLook());
    }

    private static String orders(Documents sent, List<ReferenceOrders.Line> store) {
        Map<String, ReferenceOrders.Line> lines = store.stream()
                .collect(Collectors.toMap(
                        line -> line.order() + " " + line.payer().orElse(""), Function.identity(), (a, b) -> b));
        Table table = new Table(
                WIDTH,
                "COMPANY",
                "KIND",
                "ORDER",
                "PAYER",
                "HUB",
                "INVOICE",
                "TOTAL",
                "TO PAY",
                "IN THE STORE",
                "WHY NOT");
        for (JsonNode document : sent.documents()) {
            String payer = document.path("payer").asString("");
            ReferenceOrders.Line line = lines.get(Documents.order(document) + " " + payer);
            table.row(
                    document.path("subgroup").asString(),
                    document.path("kind").asString(),
                    document.path("number").asString(),
                    payer,
                    Documents.state(document).toLowerCase(java.util.Locale.ROOT),
                    document.path("partnerNumber").asString(""),
                    line == null
                            ? ""
                            : line.total().map(BigDecimal::toPlainString).orElse(""),
                    line == null
                            ? ""
                            : line.balance().map(BigDecimal::toPlainString).orElse(""),
                    line == null ? "" : line.invoiceState().orElse(line.state()).toLowerCase(java.util.Locale.ROOT),
                    sent.problem(document).path("cause").asString(""));
        }
        return table.toString();
    }

    private static String summary(DemoReport report) {
        int stopped =
                report.problems().stream().mapToInt(DemoReport.Cause::count).sum();
        return report.orders() + " orders became " + report.documents() + " documents: " + report.delivered()
                + " delivered, " + stopped + " stopped with a problem. Fortnox has "
                + report.partner().invoices()
                + " invoices and " + report.partner().customers() + " new customers of the hub, "
                + report.partner().duplicates() + " twice. " + report.invoicedInStore()
                + " orders are marked invoiced in the store. " + report.seconds() + " s in all.";
    }

    private String whereToLook() {
        String environment = "HUB_DATA=" + stage.folder() + " HUB_URL=" + stage.hubAddress();
        return "Look around while it runs (in another window):\n"
                + "  export " + environment + "\n"
                + "  ./hub status                      connections and transfers at a glance\n"
                + "  ./hub problems                    failures by cause, with their remedies\n"
                + "  ./hub transfers list              every transfer\n"
                + "  ./hub transfers show ID           one transfer explains itself\n"
                + "Logs: " + stage.folder().resolve("logs");
    }
}
