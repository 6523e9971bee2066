package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Orders at random: every billable row is in one document, and the documents come to what the rows do, to the öre. */
class SumOfDocumentsTest {

    private static final int ORDERS = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** Who pays: whether prices are sent with VAT, and whether VAT is charged at all. */
    private enum Payer {
        COMPANY("'BUSINESS', '556036-0793', NULL, 'DEFAULT', 'DOMESTIC'", false, true),
        COMPANY_SHOWN_VAT("'BUSINESS', '556036-0793', NULL, 'NORMAL_VAT', 'DOMESTIC'", true, true),
        CLUB_WITHOUT_NUMBER("'BUSINESS', NULL, NULL, 'DEFAULT', 'DOMESTIC'", true, true),
        PERSON("'PRIVATE', NULL, NULL, 'DEFAULT', 'DOMESTIC'", true, true),
        BUILDER("'BUSINESS', '556036-0793', NULL, 'NORMAL_VAT', 'DOMESTIC_REVERSE_CHARGE'", false, false),
        GERMAN("'BUSINESS', NULL, 'DE123456789', 'DEFAULT', 'EU_REVERSE_CHARGE'", false, false),
        NORWEGIAN("'BUSINESS', NULL, NULL, 'DEFAULT', 'EXPORT'", false, false);

        private final String columns;
        private final boolean sentWithVat;
        private final boolean charged;

        Payer(String columns, boolean sentWithVat, boolean charged) {
            this.columns = columns;
            this.sentWithVat = sentWithVat;
            this.charged = charged;
        }
    }

    private record Line(String id, Payer payer, BigDecimal exact, int rate, boolean storedWithVat) {}

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private final Random random = new Random(421);

    @Test
    void theDocumentsAreTheOrder() {
        for (Payer payer : Payer.values()) {
            database.does(
                    "INSERT INTO service.customers (number, name, kind, organisation_number, vat_number, vat_type, vat_treatment) VALUES ('"
                            + payer + "', 'Kund " + payer + "', " + payer.columns + ")");
        }
        for (int number = 1; number <= ORDERS; number++) {
            List<Line> billable = anOrder(String.valueOf(number));
            List<BillableOrder> documents = documents(String.valueOf(number));

            assertThat(documents.stream()
                            .flatMap(document -> document.pricedRows().stream())
                            .map(Row.Priced::rowId))
                    .as("rows of order %s", number)
                    .containsExactlyInAnyOrderElementsOf(
                            billable.stream().map(Line::id).toList());
            assertThat(sum(documents)).as("order %s", number).isEqualTo(independentSum(billable));
        }
    }

    private List<Line> anOrder(String number) {
        boolean storedWithVat = random.nextBoolean();
        String currency = List.of("SEK", "EUR", "NOK").get(random.nextInt(3));
        Payer usual = payer();
        long order = orders.order(
                number,
                Long.parseLong(database.one("SELECT id FROM service.customers WHERE number = '" + usual + "'")));
        int assignments = random.nextInt(4);
        List<Payer> pays = new ArrayList<>();
        StringBuilder sql = new StringBuilder("UPDATE service.orders SET currency = '" + currency
                + "', prices_include_vat = " + storedWithVat + " WHERE id = " + order + ";");
        for (int i = 1; i <= assignments; i++) {
            pays.add(random.nextBoolean() ? payer() : usual);
            sql.append("INSERT INTO service.assignments (order_id, position, invoiced_to_id) SELECT " + order + ", " + i
                    + ", id FROM service.customers WHERE number = '" + pays.get(i - 1) + "';");
        }
        List<Line> billable = new ArrayList<>();
        for (int position = 1; position <= 1 + random.nextInt(9); position++) {
            int assignment = random.nextInt(assignments + 1);
            row(
                    sql,
                    order,
                    position,
                    assignment,
                    assignment == 0 ? usual : pays.get(assignment - 1),
                    storedWithVat,
                    billable);
        }
        if (billable.isEmpty()) {
            row(sql, order, 99, 0, usual, storedWithVat, billable);
        }
        database.does(sql.toString());
        orders.want(order);
        return billable;
    }

    private void row(
            StringBuilder sql,
            long order,
            int position,
            int assignment,
            Payer payer,
            boolean storedWithVat,
            List<Line> billable) {
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(3000) - 500, random.nextInt(4));
        BigDecimal price = BigDecimal.valueOf(random.nextInt(500_000), random.nextInt(5));
        int rate = new int[] {0, 6, 12, 25}[random.nextInt(4)];
        BigDecimal exact = quantity.multiply(price);
        String discount = "NULL, NULL";
        switch (random.nextInt(4)) {
            case 0 -> {
                BigDecimal percent = BigDecimal.valueOf(random.nextInt(1001), 1);
                discount = percent + ", NULL";
                exact = exact.subtract(exact.multiply(percent).movePointLeft(2));
            }
            case 1 -> {
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(20_000), 2);
                discount = "NULL, " + amount;
                exact = exact.subtract(amount);
            }
            default -> {}
        }
        boolean toBeOrdered = position < 99 && random.nextInt(6) == 0;
        String id = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        sql.append(
                        "INSERT INTO service.order_rows (id, order_id, assignment_id, position, description, quantity, unit_price,"
                                + " discount_percent, discount_amount, vat_rate, to_be_ordered) VALUES ('")
                .append(id + "', " + order + ", (SELECT id FROM service.assignments WHERE order_id = " + order
                        + " AND position = " + assignment
                        + "), " + position + ", 'Rad', " + quantity.toPlainString() + ", " + price.toPlainString()
                        + ", " + discount + ", "
                        + rate + ", " + toBeOrdered + ");");
        if (!toBeOrdered) {
            billable.add(new Line(id, payer, exact, rate, storedWithVat));
        }
    }

    private Payer payer() {
        return Payer.values()[random.nextInt(Payer.values().length)];
    }

    private List<BillableOrder> documents(String number) {
        List<BillableOrder> documents = new ArrayList<>();
        for (String payer : new TreeSet<>(database.asHub()
                .sql("SELECT payer_number FROM service.hub_ready_documents WHERE number = ?")
                .param(number)
                .query(String.class)
                .list())) {
            DocumentKey key = Orders.key(number, payer);
            Reading<BillableOrder> reading = store.document(key, DAY);
            assertThat(reading).as("order %s for %s", number, payer).isInstanceOf(Reading.Ready.class);
            documents.add(((Reading.Ready<BillableOrder>) reading).content());
        }
        return documents;
    }

    private static BigDecimal sum(List<BillableOrder> documents) {
        return documents.stream()
                .map(document -> document.totals().total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }

    /** In whole öre and whole numbers: each row once in its payer's prices, then VAT once for each rate that is charged. */
    private static BigDecimal independentSum(List<Line> lines) {
        Map<String, BigInteger> ore = new TreeMap<>();
        for (Line line : lines) {
            BigInteger sent = line.payer.charged && line.payer.sentWithVat ? percent(line.rate) : HUNDRED;
            BigInteger stored = line.storedWithVat ? percent(line.rate) : HUNDRED;
            BigInteger amount =
                    line.exact.movePointRight(12).toBigIntegerExact().multiply(sent);
            ore.merge(
                    line.payer + " " + (line.payer.charged ? line.rate : 0),
                    halfUp(amount, stored.multiply(BigInteger.TEN.pow(10))),
                    BigInteger::add);
        }
        BigInteger total = BigInteger.ZERO;
        for (Map.Entry<String, BigInteger> rate : ore.entrySet()) {
            String[] words = rate.getKey().split(" ");
            BigInteger vat = BigInteger.valueOf(Long.parseLong(words[1]));
            total = total.add(rate.getValue());
            if (!Payer.valueOf(words[0]).sentWithVat) {
                total = total.add(halfUp(rate.getValue().multiply(vat), HUNDRED));
            }
        }
        return new BigDecimal(total, 2);
    }

    private static BigInteger percent(int rate) {
        return BigInteger.valueOf(100L + rate);
    }

    private static BigInteger halfUp(BigInteger dividend, BigInteger divisor) {
        BigInteger twice = dividend.abs().multiply(BigInteger.TWO).add(divisor);
        return twice.divide(divisor.multiply(BigInteger.TWO)).multiply(BigInteger.valueOf(dividend.signum()));
    }
}
