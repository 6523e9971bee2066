package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.accountinghub.routes.cli.PreviewText;
import org.accountinghub.routes.cli.Table;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.ShownOrders;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import org.accountinghub.routes.demo.data.Trouble;
import tools.jackson.databind.JsonNode;

/** How the demo ends for the person who watches: the long tables first, what matters last. */
final class DemoTables {

    private static final int WIDTH = 100;

    private final DemoStage stage;
    private final Progress progress;

    DemoTables(DemoStage stage, Progress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    /** @param found documents whose answer was lost, and which the hub found again */
    void show(Result result, DemoReport report, int found) {
        Path list = stage.folder().resolve("orders.txt");
        write(list, everyOrder(result));
        say("What needs a person (./hub problems)", problems(result));
        say("What would be sent (./hub preview 733)", preview());
        if (stage.system(DemoCompany.NORTH) instanceof SimulatedFortnox fortnox) {
            say("Three of them, closely", new CloseLooks(fortnox, result).text());
        }
        say("One order for each rule", rules(result));
        say("What became of all orders (one by one: " + list + ")", kinds(report));
        if (report.systems().size() > 1) {
            say("Each accounting system by itself", systems(report));
        }
        say("Orders that are not sent, and why", notWanted(report));
        progress.say("\n" + summary(report, found));
    }

    private void say(String heading, String text) {
        progress.say("\n" + heading + "\n\n" + text);
    }

    /** For those who want to see more, as long as the hub is up. */
    void showWhereToLook() {
        progress.say("\n" + whereToLook());
    }

    private static String problems(Result result) {
        Table table = new Table(WIDTH, "ORDER", "CAUSE", "WHAT IS WRONG, AND WHAT TO DO");
        Map<String, String> words = new HashMap<>();
        for (Trouble trouble : Trouble.values()) {
            words.put(trouble.order(), trouble.words());
        }
        for (JsonNode group : result.groups()) {
            String orders = group.path("orders")
                    .valueStream()
                    .map(JsonNode::asString)
                    .distinct()
                    .collect(Collectors.joining(" "));
            String wrong = words.getOrDefault(orders, group.path("reason").asString(""));
            table.row(
                    orders,
                    group.path("cause").asString(""),
                    sentence(wrong) + " " + group.path("remedy").asString(""));
        }
        return table.toString();
    }

    private static String sentence(String words) {
        String end = words.endsWith(".") ? "" : ".";
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
    }

    private String preview() {
        return PreviewText.of(stage.hub().get("/api/preview?order=733&kind=work&subgroup=SYD"), WIDTH);
    }

    private String rules(Result result) {
        Table table = new Table(WIDTH, "ORDER", "THERE", "WHAT BECAME OF IT", "WHAT IT SHOWS");
        stage.data().shown().forEach((order, words) -> {
            List<JsonNode> documents = result.documents().inOrder().stream()
                    .filter(document -> Documents.order(document).equals(order))
                    .toList();
            if (documents.isEmpty()) {
                table.row(order, "", "not sent", words);
            }
            String told = words;
            for (JsonNode document : documents) {
                table.row(order, there(result, document), result.became(document), told);
                told = "";
            }
        });
        return table.toString();
    }

    private static String there(Result result, JsonNode document) {
        String number = Documents.number(document);
        return number.isEmpty() ? "" : (result.documents().isOrder(document) ? "order " : "invoice ") + number;
    }

    private static String kinds(DemoReport report) {
        Table table = new Table(
                WIDTH, "COMPANY", "KIND", "SENT AS", "ORDERS", "DOCUMENTS", "DELIVERED", "INVOICED", "PAID", "STOPPED");
        report.kinds().forEach(line -> row(table, line, line.company(), line.kind()));
        report.targets().forEach(line -> row(table, line, "all", "all"));
        return table.toString();
    }

    private static String systems(DemoReport report) {
        Table table = new Table(
                WIDTH, "SYSTEM", "COMPANY", "DELIVERED", "STOPPED", "TWICE", "SENT AND THERE", "TOLD BACK", "AGREES");
        for (PlayedSystem system : report.systems()) {
            table.row(
                    system.name(),
                    String.join(" ", system.companies()),
                    number(system.deliveredOrders() + system.deliveredInvoices(), "DELIVERED"),
                    number(system.stopped(), "STOPPED"),
                    number(system.partner().duplicates(), "TWICE"),
                    system.sums().stream()
                            .map(sum -> sum.sent()
                                    + (sum.agrees() ? " " : ", there " + sum.atPartner() + " ")
                                    + sum.currency())
                            .collect(Collectors.joining("; ")),
                    system.invoicedInStore() + " of " + system.invoicedThere() + " orders, " + system.statuses()
                            + " of " + (system.statuses() + system.differing().size()) + " invoices",
                    system.agrees() ? "yes" : "NO");
        }
        return table.toString();
    }

    private static void row(Table table, DemoReport.Kind line, String company, String kind) {
        table.row(
                company,
                kind,
                line.as(),
                number(line.orders(), "ORDERS"),
                number(line.documents(), "DOCUMENTS"),
                number(line.delivered(), "DELIVERED"),
                number(line.invoiced(), "INVOICED"),
                number(line.paid(), "PAID"),
                number(line.stopped(), "STOPPED"));
    }

    /** Ends below the end of its heading. */
    private static String number(int value, String heading) {
        return ("%" + heading.length() + "s").formatted(value == 0 ? "-" : String.valueOf(value));
    }

    private static String notWanted(DemoReport report) {
        Table table = new Table(WIDTH, "ORDERS", "WHY");
        report.notWanted().forEach((reason, count) -> table.row(number(count, "ORDERS"), reason));
        table.row(number(1, "ORDERS"), "a contact order: makes a customer, never an invoice");
        return table.toString();
    }

    private static String everyOrder(Result result) {
        Table table = new Table(
                WIDTH, "COMPANY", "ORDER", "PAYER", "THERE", "INVOICE", "TOTAL", "TO PAY", "WHAT BECAME OF IT");
        for (JsonNode document : result.documents().inOrder()) {
            List<StoredInvoice> invoices =
                    result.stored(document).map(StoredDocument::invoices).orElse(List.of());
            table.row(
                    document.path("subgroup").asString(""),
                    document.path("kind").asString("") + " "
                            + document.path("number").asString(""),
                    document.path("payer").asString(""),
                    there(result, document),
                    invoices.stream().map(StoredInvoice::number).collect(Collectors.joining(" ")),
                    invoices.isEmpty()
                            ? ""
                            : sum(invoices.stream().map(StoredInvoice::total).toList()),
                    invoices.isEmpty()
                            ? ""
                            : sum(invoices.stream().map(StoredInvoice::balance).toList()),
                    result.became(document));
        }
        return table + "\n";
    }

    private static String sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String summary(DemoReport report, int found) {
        int stopped =
                report.problems().stream().mapToInt(DemoReport.Cause::count).sum();
        DemoReport.Partner partner = report.partner();
        return """
                %d orders became %d documents: %d delivered, %d stopped, for %d different causes.
                %s got %d orders and %d invoices of the hub, %d new customers; tax reductions asked for: %d;
                the book-keepers made %d invoices of the orders. Made twice: %d%s.
                Sums: %s.
                %d orders are marked invoiced in the store. %d s in all.""".formatted(
                        report.orders(),
                        report.documents(),
                        report.delivered(),
                        stopped,
                        report.problems().size(),
                        titles(),
                        partner.orders(),
                        partner.invoices(),
                        partner.customers(),
                        partner.taxReductions(),
                        partner.invoicesOfOrders(),
                        partner.duplicates(),
                        found == 0 ? "" : ", though " + found + " answers were lost",
                        report.sums().stream().map(DemoTables::sum).collect(Collectors.joining("; ")),
                        report.invoicedInStore(),
                        report.seconds());
    }

    private String titles() {
        List<String> titles =
                stage.systems().keySet().stream().map(SimulatedSystem::title).toList();
        String last = titles.get(titles.size() - 1);
        return titles.size() == 1 ? last : String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + last;
    }

    private static String sum(DemoReport.Sum sum) {
        return sum.sent() + " " + sum.currency()
                + (sum.agrees() ? " sent and there" : " sent, but " + sum.atPartner() + " there");
    }

    private String whereToLook() {
        String environment = "HUB_DATA=" + stage.folder() + " HUB_URL=" + stage.hubAddress();
        return "Look around, in another window:\n"
                + "  export " + environment + "\n"
                + "  ./hub status                      whether anybody is needed; connections and transfers at a glance\n"
                + "  ./hub problems                    what needs a person, with what to do\n"
                + "  ./hub preview " + ShownOrders.NOT_ASKED_FOR.replaceAll(".* ", "")
                + "                 what would be sent for an order, to whom, and why\n"
                + "  ./hub transfers list              every transfer\n"
                + "  ./hub transfers show ID           one transfer explains itself\n"
                + "Logs: " + stage.folder().resolve("logs");
    }
}
