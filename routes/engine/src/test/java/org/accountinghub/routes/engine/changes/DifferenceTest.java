package org.accountinghub.routes.engine.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private final BillableOrder bare = Orders.order(Orders.key("421", "C1"), "100", LocalDate.of(2026, 3, 2));

    private BillableOrder with(Optional<TaxReduction> reduction, Row... rows) {
        return new BillableOrder(
                bare.key(),
                bare.target(),
                bare.payer(),
                bare.documentDate(),
                bare.currency(),
                bare.pricesIncludeVat(),
                bare.yourOrderNumber(),
                bare.ourReference(),
                bare.yourReference(),
                bare.costCentre(),
                bare.deliveryAddress(),
                reduction,
                List.of(rows),
                bare.extensions());
    }

    private static Row.Priced row(String id, String text, String quantity, Discount discount) {
        return new Row.Priced(
                id,
                Optional.empty(),
                text,
                new BigDecimal(quantity),
                Optional.empty(),
                new BigDecimal("10"),
                discount,
                Vat.domestic(25),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void rowsAreFollowedByTheirIdentity() {
        BillableOrder sent = with(
                Optional.empty(),
                row("1", "Pump", "1", Discount.NONE),
                row("2", "Bolt", "2", Discount.NONE),
                new Row.Text("3", "As agreed"));
        BillableOrder now = with(
                Optional.empty(),
                row("4", "Hose", "3", Discount.NONE),
                new Row.Text("3", "As agreed by phone"),
                row("1", "Pump", "1.0", Discount.percent("5")));

        assertThat(Difference.between(sent, now))
                .containsExactly(
                        "row \"Pump\": discount none became 5 %",
                        "row \"Bolt\" is no longer on it",
                        "row \"As agreed\" reads otherwise",
                        "row \"Hose\" (3 at 10) came to it");
        assertThat(Difference.between(sent, sent)).isEmpty();
    }

    @Test
    void personsAreNeverNamed() {
        TaxReduction one = new TaxReduction(
                TaxReduction.Type.RUT,
                Optional.empty(),
                List.of(new TaxReduction.Person("Anna", RegistrationNumber.personal("191212121212"), 1)));
        TaxReduction other = new TaxReduction(
                TaxReduction.Type.RUT,
                Optional.empty(),
                List.of(new TaxReduction.Person("Bo", RegistrationNumber.personal("191212121212"), 1)));
        Row row = row("1", "Cleaning", "1", Discount.NONE);

        assertThat(Difference.between(with(Optional.of(one), row), with(Optional.of(other), row)))
                .containsExactly("tax reduction: RUT for 1 person became RUT for 1 person for other persons or another"
                        + " property");
    }

    @Test
    void manyDifferencesStillMakeAReasonOfTheirOwn() {
        Row[] many = new Row[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("n" + i, "Row " + i, "1", Discount.NONE);
        }
        Row[] others = many.clone();
        others[8] = row("n8", "Row 8", "2", Discount.NONE);

        String first = reason(with(Optional.empty(), many));
        assertThat(first).contains("and 4 more").hasSizeLessThan(400);
        assertThat(reason(with(Optional.empty(), others))).isNotEqualTo(first);
    }

    private String reason(BillableOrder now) {
        return AfterSend.problem(bare, new Reading.Ready<>(now))
                .map(Problem::reason)
                .orElseThrow();
    }
}
