package org.accountinghub.routes.engine.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.samples.SampleCustomers;

/** Small orders to send. */
public final class Orders {

    private Orders() {}

    public static DocumentKey key(String number, String payer) {
        return new DocumentKey(new SourceKey("store", "north", "work", number), payer, 1);
    }

    public static SourceKey customerKey(String number) {
        return new SourceKey("store", "north", SourceKey.CUSTOMER, number);
    }

    public static Customer customer(SourceKey key) {
        return customer(key, "Customer " + key.number(), "");
    }

    private static Customer customer(SourceKey key, String name, String registration) {
        return SampleCustomers.bare(
                key,
                name,
                Customer.Type.BUSINESS,
                Optional.of(registration).filter(number -> !number.isEmpty()).map(RegistrationNumber::organisation));
    }

    /** One row of one piece at this price, its id made of the order's number. */
    public static BillableOrder order(DocumentKey key, String price, LocalDate date) {
        return order(key, price, date, "Customer " + key.payer(), "");
    }

    /** The same for a payer of this name and organisation number. */
    public static BillableOrder order(
            DocumentKey key, String price, LocalDate date, String payer, String registration) {
        Row row = new Row.Priced(
                key.order().number() + "/" + key.payer(),
                Optional.empty(),
                "Work",
                BigDecimal.ONE,
                Optional.empty(),
                new BigDecimal(price),
                Discount.NONE,
                Vat.domestic(25),
                Optional.empty(),
                Optional.empty());
        return new BillableOrder(
                key,
                BillableOrder.Target.INVOICE,
                customer(key.order().customer(key.payer()), payer, registration),
                date,
                Currency.getInstance("SEK"),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(row),
                Map.of());
    }

    /** The same document, to be made as this. */
    public static BillableOrder as(BillableOrder.Target target, BillableOrder order) {
        return with(target, order.taxReduction(), order);
    }

    /** The same document, asking for this reduction. */
    public static BillableOrder asking(TaxReduction reduction, BillableOrder order) {
        return with(order.target(), Optional.of(reduction), order);
    }

    /** The same document, its prices taken as prices with VAT. */
    public static BillableOrder withVat(BillableOrder order) {
        return with(order.target(), order.taxReduction(), order, true);
    }

    private static BillableOrder with(
            BillableOrder.Target target, Optional<TaxReduction> reduction, BillableOrder order) {
        return with(target, reduction, order, order.pricesIncludeVat());
    }

    private static BillableOrder with(
            BillableOrder.Target target,
            Optional<TaxReduction> reduction,
            BillableOrder order,
            boolean pricesIncludeVat) {
        return new BillableOrder(
                order.key(),
                target,
                order.payer(),
                order.documentDate(),
                order.currency(),
                pricesIncludeVat,
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                reduction,
                order.rows(),
                order.extensions());
    }
}
