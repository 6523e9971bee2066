package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.routes.engine.Frozen;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void whateverIsFrozenComesBackEqual() {
        Random random = new Random(4711);
        for (int document = 0; document < 300; document++) {
            assertSame(new Frozen.Document(randomOrder(random)));
        }
        assertSame(new Frozen.CustomerRecord(
                LedgerFixture.customer(key("1").order().customer("100"))));
    }

    @Test
    void everyDifficultSampleComesBackEqual() {
        assertThat(SampleOrders.all())
                .isNotEmpty()
                .allSatisfy(sample -> assertSame(new Frozen.Document(sample.document())));
        assertThat(SampleCustomers.all())
                .isNotEmpty()
                .allSatisfy(sample -> assertSame(new Frozen.CustomerRecord(sample.document())));
    }

    private static void assertSame(Frozen frozen) {
        byte[] json = CanonicalJson.bytes(frozen);
        Frozen read = CanonicalJson.read(json, Frozen.class);
        assertThat(read).isEqualTo(frozen);
        assertThat(CanonicalJson.bytes(read)).as("one text for equal content").isEqualTo(json);
    }

    @Test
    void amountsKeepTheDigitsTheyWereWrittenWith() {
        for (String amount : List.of("0", "0.00", "10.50", "-0.0000001", "1E+3", "123456789012345678901234567890.12")) {
            BigDecimal value = new BigDecimal(amount);
            String json = CanonicalJson.text(value);
            assertThat(CanonicalJson.read(json, BigDecimal.class)).isEqualTo(value);
        }
        assertThat(CanonicalJson.text(new BigDecimal("0.0000001"))).isEqualTo("\"0.0000001\"");
    }

    @Test
    void mapsAreWrittenInOrder() {
        String json = new String(
                CanonicalJson.bytes(new Frozen.Document(LedgerFixture.order(key("1")))), StandardCharsets.UTF_8);

        assertThat(json).contains("\"extensions\":{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void invoicesComeBackEqual() {
        assertThat(CanonicalJson.invoice(CanonicalJson.bytes(invoice()))).isEqualTo(invoice());
    }

    private static Invoice invoice() {
        Currency sek = Currency.getInstance("SEK");
        Money hundred = Money.of("100", "SEK");
        TreeMap<BigDecimal, Money> byRate = new TreeMap<>(Map.of(new BigDecimal("25"), hundred));
        return new Invoice(
                "1001",
                Optional.of(key("1").reference()),
                "100",
                Optional.of("id-100"),
                LocalDate.of(2026, 3, 31),
                Optional.of(LocalDate.of(2026, 4, 30)),
                sek,
                List.of(new Invoice.InvoicedRow("A1", "Arbete", BigDecimal.ONE, hundred, new BigDecimal("25"))),
                byRate,
                new TreeMap<>(Map.of(new BigDecimal("25"), Money.of("25", "SEK"))),
                Money.of("0.40", "SEK"),
                Money.zero(sek),
                Money.zero(sek),
                Money.zero(sek),
                Money.of("125", "SEK"),
                Money.of("125", "SEK"),
                true,
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("900"));
    }

    @Test
    void whatWasFrozenBeforeTaxReductionsWereKnownIsStillRead() {
        String kept = """
                {"frozen":"document","order":{"key":{"order":{"store":"service","subgroup":"north","kind":"work",
                "number":"1"},"payer":"100","generation":1},"target":"INVOICE","payer":{"key":{"store":"service",
                "subgroup":"north","kind":"customer","number":"100"},"name":"Anna Andersson","type":"PRIVATE",
                "registration":{"kind":"PERSONAL","value":"191212121212"},"vatNumber":null,"invoiceAddress":null,
                "visitingAddress":null,"postalAddress":null,"email":"","invoiceEmail":"","phone":"","contacts":[],
                "terms":{"currency":"SEK","language":null,"vatTreatment":"DOMESTIC","costCentre":null,
                "customersOrderNumber":null,"assignedTechnician":null,"paymentTerms":null},"active":true,
                "extensions":{}},"documentDate":"2026-03-31","currency":"SEK","pricesIncludeVat":false,
                "yourOrderNumber":null,"ourReference":null,"yourReference":null,"costCentre":null,
                "deliveryAddress":null,"rows":[{"row":"priced","rowId":"r1","articleNumber":"A1",
                "description":"Arbete","quantity":"2","unit":"h","unitPrice":"100.00",
                "discount":{"kind":"PERCENT","value":"0"},"vat":{"rate":"25","treatment":"DOMESTIC"},
                "costCentre":null}],"extensions":{}}}""";

        Frozen read = CanonicalJson.read(kept, Frozen.class);

        assertThat(read).isInstanceOfSatisfying(Frozen.Document.class, document -> {
            assertThat(document.order().taxReduction()).isEmpty();
            assertThat(document.order().pricedRows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.houseWork()).isEmpty());
            assertThat(document.order().totals().net()).isEqualTo(Money.of("200", "SEK"));
        });
    }

    @Test
    void anInvoiceKeptBeforeTaxReductionsWereKnownHasNone() {
        String now = CanonicalJson.text(invoice());
        String kept = now.replaceAll("\"(taxReduction)\":\\{[^}]*\\},", "").replaceAll("\"order\":null,", "");
        assertThat(kept).doesNotContain("taxReduction", "\"order\"");

        assertThat(CanonicalJson.invoice(kept.getBytes(StandardCharsets.UTF_8))).isEqualTo(invoice());
    }

    @Test
    void anInvoiceKeptBeforeCustomersIdsWereReadHasNone() {
        String kept = CanonicalJson.text(invoice()).replace("\"customerId\":\"id-100\",", "");
        assertThat(kept).doesNotContain("customerId").contains("\"customerNumber\":\"100\"");

        Invoice read = CanonicalJson.invoice(kept.getBytes(StandardCharsets.UTF_8));
        assertThat(read.customerId()).isEmpty();
        assertThat(read.customerNumber()).isEqualTo("100");
    }

    private static BillableOrder randomOrder(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < random.nextInt(6); row++) {
            rows.add(
                    random.nextInt(4) == 0
                            ? new Row.Text("t" + row, "Räksmörgås \"\\\n\u2028 ☃ " + random.nextInt())
                            : new Row.Priced(
                                    "r" + row,
                                    random.nextBoolean() ? Optional.of("A" + row) : Optional.empty(),
                                    "",
                                    amount(random),
                                    Optional.of("st"),
                                    amount(random),
                                    new Discount(
                                            random.nextBoolean() ? Discount.Kind.PERCENT : Discount.Kind.AMOUNT,
                                            amount(random)),
                                    Vat.domestic(random.nextInt(101)),
                                    Optional.empty(),
                                    random.nextBoolean()
                                            ? Optional.empty()
                                            : Optional.of(new HouseWork(
                                                    random.nextBoolean() ? WorkType.CLEANING : WorkType.SOLAR_CELLS,
                                                    new BigDecimal(random.nextInt(900)).movePointLeft(2)))));
        }
        return LedgerFixture.order(key("" + random.nextInt(100)), reduction(random), rows.toArray(Row[]::new));
    }

    private static Optional<TaxReduction> reduction(Random random) {
        RegistrationNumber number = RegistrationNumber.personal("191212121212");
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new TaxReduction(
                        TaxReduction.Type.RUT, Optional.empty(), List.of(new TaxReduction.Person("Anna", number, 1))));
            case 2 ->
                Optional.of(new TaxReduction(
                        TaxReduction.Type.ROT,
                        Optional.of(new TaxReduction.Property.House("Solrosen 3:14")),
                        List.of(new TaxReduction.Person("Anna", number, 2), new TaxReduction.Person("Bo", number, 1))));
            default ->
                Optional.of(new TaxReduction(
                        TaxReduction.Type.GREEN,
                        Optional.of(
                                new TaxReduction.Property.Flat("1101", RegistrationNumber.organisation("5560360793"))),
                        List.of(new TaxReduction.Person("Anna", number, 1))));
        };
    }

    private static BigDecimal amount(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(80) + 1, random), random.nextInt(13) - 4);
    }
}
