package org.accountinghub.routes.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what one payer shall be invoiced for one order, and says everything that stands against sending it. */
final class DocumentReader {

    /** What the contract writes where an order names nobody to invoice. */
    static final String NOBODY = "-";

    private final JdbcClient sql;
    private final String store;
    private final CustomerReader customers;
    private final RowReader rows;
    private final TaxReductionReader reductions;
    private final ObstacleReader obstacles;
    private final Currency homeCurrency;

    DocumentReader(JdbcClient sql, StoreSettings settings) {
        this.sql = sql;
        this.store = settings.name();
        this.customers = new CustomerReader(sql, settings);
        this.rows = new RowReader(sql, settings);
        this.reductions = new TaxReductionReader(sql);
        this.obstacles = new ObstacleReader(sql);
        this.homeCurrency = settings.homeCurrency();
    }

    /** The documents of every order of this number, wanted or not. */
    List<DocumentKey> ofOrder(String number, Optional<String> kind, Optional<String> subgroup) {
        return sql.sql("""
                        SELECT subgroup, kind, number, payer_number, generation FROM service.hub_documents
                        WHERE number = :number AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                          AND (CAST(:subgroup AS text) IS NULL OR subgroup = :subgroup)
                        ORDER BY subgroup, kind, payer_number""")
                .param("number", number)
                .param("kind", kind.orElse(null))
                .param("subgroup", subgroup.orElse(null))
                .query((line, n) -> new DocumentKey(
                        new SourceKey(
                                store, line.getString("subgroup"), line.getString("kind"), line.getString("number")),
                        line.getString("payer_number"),
                        line.getInt("generation")))
                .list();
    }

    /** The document if it is to be sent now. */
    Reading<BillableOrder> wanted(DocumentKey key, LocalDate documentDate) {
        Optional<Header> header = header(key);
        if (header.isEmpty()) {
            return new Reading.Gone<>(
                    "the order was deleted or renumbered, or nothing of it is for this payer any more");
        }
        Optional<String> unwanted = header.get().unwantedBecause();
        return unwanted.isPresent() ? new Reading.Gone<>(unwanted.get()) : content(key, header.get(), documentDate);
    }

    /** The document as it reads now, whether it is to be sent or was sent long ago. */
    Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
        return header(key)
                .map(header -> content(key, header, documentDate))
                .orElseGet(() -> new Reading.Gone<>("the store no longer has it"));
    }

    private Reading<BillableOrder> content(DocumentKey key, Header header, LocalDate documentDate) {
        List<Problem> problems = new ArrayList<>();
        String order = key.order().number();
        Optional<Customer> payer = payer(key, problems);
        Optional<Currency> currency = header.currency().flatMap(Currencies::named);
        if (header.currency().isEmpty()) {
            problems.add(StoreProblems.currencyMissing(order));
        } else if (currency.isEmpty()) {
            problems.add(StoreProblems.currencyUnknown(
                    "order.currency", header.currency().get()));
        }
        int before = problems.size();
        List<Row> found = rows.read(
                key,
                new RowReader.Head(
                        header.sentWithVat(),
                        currency.orElse(homeCurrency),
                        header.reduction().type()),
                problems);
        boolean allRows = problems.size() == before;
        if (allRows && found.stream().noneMatch(Row.Priced.class::isInstance)) {
            problems.add(StoreProblems.nothingToInvoice(order));
        }
        payer.ifPresent(customer -> reverseCharge(customer, found, problems));
        Optional<TaxReduction> reduction = reductions.read(key, header.reduction(), payer, found, allRows, problems);
        problems.addAll(obstacles.read(key));
        if (!problems.isEmpty() || payer.isEmpty() || currency.isEmpty()) {
            return new Reading.Unfit<>(List.copyOf(problems));
        }
        return new Reading.Ready<>(new BillableOrder(
                key,
                header.target(),
                payer.get(),
                documentDate,
                currency.get(),
                header.sentWithVat(),
                header.yourOrderNumber(),
                header.ourReference(),
                header.yourReference(),
                header.costCentre(),
                header.delivery(),
                reduction,
                found,
                Map.of()));
    }

    /** Who accounts for the seller's VAT is registered for VAT. */
    private static void reverseCharge(Customer payer, List<Row> rows, List<Problem> problems) {
        Set<Vat.Treatment> treatments = rows.stream()
                .filter(Row.Priced.class::isInstance)
                .map(row -> ((Row.Priced) row).vat().treatment())
                .collect(Collectors.toSet());
        boolean abroad = treatments.contains(Vat.Treatment.EU_REVERSE_CHARGE);
        boolean atHome = treatments.contains(Vat.Treatment.DOMESTIC_REVERSE_CHARGE);
        Optional<String> vatNumber =
                payer.vatNumber().map(number -> number.strip().toUpperCase(Locale.ROOT));
        if ((abroad || atHome) && payer.type() == Customer.Type.PRIVATE) {
            problems.add(StoreProblems.reverseChargeToPerson(payer.number()));
        } else if (abroad
                && vatNumber.filter(number -> !number.startsWith("SE")).isEmpty()) {
            problems.add(StoreProblems.vatNumberMissing(payer.number(), Vat.Treatment.EU_REVERSE_CHARGE));
        } else if (atHome && vatNumber.isEmpty() && payer.registration().isEmpty()) {
            problems.add(StoreProblems.vatNumberMissing(payer.number(), Vat.Treatment.DOMESTIC_REVERSE_CHARGE));
        }
    }

    private Optional<Customer> payer(DocumentKey key, List<Problem> problems) {
        if (key.payer().equals(NOBODY)) {
            problems.add(StoreProblems.payerMissing(key.order().number()));
            return Optional.empty();
        }
        Reading<Customer> reading = customers.read(key.order().customer(key.payer()));
        if (reading instanceof Reading.Ready<Customer> ready) {
            if (!ready.content().active()) {
                problems.add(StoreProblems.payerInactive(key.payer()));
            }
            return Optional.of(ready.content());
        }
        if (reading instanceof Reading.Unfit<Customer> unfit) {
            problems.addAll(unfit.problems());
        } else {
            problems.add(StoreProblems.payerMissing(key.order().number()));
        }
        return Optional.empty();
    }

    private Optional<Header> header(DocumentKey key) {
        return sql.sql("""
                        SELECT * FROM service.hub_documents
                        WHERE subgroup = ? AND kind = ? AND number = ? AND payer_number = ? AND generation = ?""")
                .params(key.order().subgroup(), key.order().kind(), key.order().number(), key.payer(), key.generation())
                .query((line, n) -> Header.of(new Columns(line)))
                .optional();
    }

    private record Header(
            Optional<String> unwantedBecause,
            BillableOrder.Target target,
            Optional<String> currency,
            boolean sentWithVat,
            TaxReductionReader.Asked reduction,
            Optional<String> yourOrderNumber,
            Optional<String> ourReference,
            Optional<String> yourReference,
            Optional<String> costCentre,
            Optional<Address> delivery) {

        static Header of(Columns line) throws SQLException {
            Address delivery = CustomerReader.address(line, "delivery_");
            boolean somewhere =
                    !(delivery.line1() + delivery.line2() + delivery.postalCode() + delivery.city()).isEmpty();
            return new Header(
                    line.text("unwanted_because"),
                    line.orEmpty("target").equals("ORDER") ? BillableOrder.Target.ORDER : BillableOrder.Target.INVOICE,
                    line.text("currency"),
                    line.isTrue("sent_with_vat"),
                    new TaxReductionReader.Asked(
                            line.text("tax_reduction"),
                            line.text("property_designation"),
                            line.text("apartment_number"),
                            line.text("housing_association"),
                            line.text("currency")),
                    line.text("your_order_number"),
                    line.text("our_reference"),
                    line.text("your_reference"),
                    line.text("cost_centre"),
                    somewhere ? Optional.of(delivery) : Optional.empty());
        }
    }
}
