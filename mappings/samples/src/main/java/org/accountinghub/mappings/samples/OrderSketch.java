package org.accountinghub.mappings.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;

/** Writes a billable order down with only what matters: an ordinary work order of a Swedish company unless said otherwise. */
public final class OrderSketch {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private final String number;
    private String subgroup = "north";
    private String kind = "work";
    private int generation = 1;
    private BillableOrder.Target target = BillableOrder.Target.INVOICE;
    private LocalDate date = DATE;
    private Customer payer = SampleCustomers.company();
    private Currency currency = Currency.getInstance("SEK");
    private boolean pricesIncludeVat;
    private Optional<String> yourOrderNumber = Optional.empty();
    private Optional<String> ourReference = Optional.empty();
    private Optional<String> yourReference = Optional.empty();
    private Optional<String> costCentre = Optional.empty();
    private Optional<Address> deliveryAddress = Optional.empty();
    private Optional<TaxReduction> taxReduction = Optional.empty();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> extensions = new HashMap<>();

    private OrderSketch(String number) {
        this.number = number;
    }

    public static OrderSketch order(String number) {
        return new OrderSketch(number);
    }

    public OrderSketch kind(String name) {
        kind = name;
        return this;
    }

    public OrderSketch subgroup(String name) {
        subgroup = name;
        return this;
    }

    /** Sent again by a person. */
    public OrderSketch generation(int number) {
        generation = number;
        return this;
    }

    /** To be sent as an order, not as an invoice. */
    public OrderSketch asOrder() {
        target = BillableOrder.Target.ORDER;
        return this;
    }

    public OrderSketch dated(LocalDate day) {
        date = day;
        return this;
    }

    public OrderSketch payer(Customer customer) {
        payer = customer;
        return this;
    }

    public OrderSketch currency(String code) {
        currency = Currency.getInstance(code);
        return this;
    }

    public OrderSketch pricesIncludeVat() {
        pricesIncludeVat = true;
        return this;
    }

    public OrderSketch yourOrderNumber(String text) {
        yourOrderNumber = Optional.of(text);
        return this;
    }

    public OrderSketch references(String ours, String yours) {
        ourReference = Optional.of(ours);
        yourReference = Optional.of(yours);
        return this;
    }

    public OrderSketch costCentre(String code) {
        costCentre = Optional.of(code);
        return this;
    }

    public OrderSketch deliveredTo(Address address) {
        deliveryAddress = Optional.of(address);
        return this;
    }

    public OrderSketch extension(String term, String value) {
        extensions.put(term, value);
        return this;
    }

    public OrderSketch text(String text) {
        rows.add(new Row.Text(rowId(), text));
        return this;
    }

    /** A row of an article at 25 %. */
    public OrderSketch article(String articleNumber, String description, String quantity, String unit, String price) {
        return row(articleNumber, description, quantity, unit, price, Discount.NONE, Vat.domestic(25));
    }

    /** A row without an article at 25 %. */
    public OrderSketch free(String description, String quantity, String price) {
        return row("", description, quantity, "", price, Discount.NONE, Vat.domestic(25));
    }

    public OrderSketch row(
            String articleNumber,
            String description,
            String quantity,
            String unit,
            String price,
            Discount discount,
            Vat vat) {
        rows.add(new Row.Priced(
                rowId(),
                Optional.of(articleNumber).filter(text -> !text.isEmpty()),
                description,
                new BigDecimal(quantity),
                Optional.of(unit).filter(text -> !text.isEmpty()),
                new BigDecimal(price),
                discount,
                vat,
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    /** The last row counts towards the tax reduction. */
    public OrderSketch as(WorkType type, String hours) {
        Row.Priced row = lastPriced();
        return replaceLast(row, row.costCentre(), Optional.of(new HouseWork(type, new BigDecimal(hours))));
    }

    /** The last row has a cost centre of its own. */
    public OrderSketch at(String rowCostCentre) {
        Row.Priced row = lastPriced();
        return replaceLast(row, Optional.of(rowCostCentre), row.houseWork());
    }

    public OrderSketch asks(TaxReduction reduction) {
        taxReduction = Optional.of(reduction);
        return this;
    }

    private Row.Priced lastPriced() {
        if (rows.isEmpty() || !(rows.get(rows.size() - 1) instanceof Row.Priced row)) {
            throw new IllegalStateException("order " + number + " has no priced row to say this of");
        }
        return row;
    }

    private OrderSketch replaceLast(Row.Priced row, Optional<String> rowCostCentre, Optional<HouseWork> houseWork) {
        rows.set(
                rows.size() - 1,
                new Row.Priced(
                        row.rowId(),
                        row.articleNumber(),
                        row.description(),
                        row.quantity(),
                        row.unit(),
                        row.unitPrice(),
                        row.discount(),
                        row.vat(),
                        rowCostCentre,
                        houseWork));
        return this;
    }

    public BillableOrder sketched() {
        return new BillableOrder(
                new DocumentKey(new SourceKey("demo", subgroup, kind, number), payer.number(), generation),
                target,
                payer,
                date,
                currency,
                pricesIncludeVat,
                yourOrderNumber,
                ourReference,
                yourReference,
                costCentre,
                deliveryAddress,
                taxReduction,
                rows,
                extensions);
    }

    private String rowId() {
        return number + "/" + (rows.size() + 1);
    }
}
