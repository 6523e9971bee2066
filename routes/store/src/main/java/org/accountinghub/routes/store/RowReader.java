package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows of a document, and says everything that is wrong with them. */
final class RowReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient sql;
    private final StoreSettings settings;

    /**
     * What holds for all rows of a document.
     *
     * @param currency that amounts are rounded in; the home currency where the document has none that is known
     * @param reduction asked for; rows are labour only then
     */
    record Head(boolean sentWithVat, Currency currency, Optional<TaxReduction.Type> reduction) {}

    RowReader(JdbcClient sql, StoreSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /**
     * The rows in printing order; what cannot be a row becomes a problem instead.
     *
     * @param head what the document's header says of all its rows
     */
    List<Row> read(DocumentKey key, Head head, List<Problem> problems) {
        return sql
                .sql("""
                        SELECT * FROM service.hub_document_rows
                        WHERE subgroup = ? AND kind = ? AND number = ? AND payer_number = ? AND generation = ?
                        ORDER BY position, row_id""")
                .params(key.order().subgroup(), key.order().kind(), key.order().number(), key.payer(), key.generation())
                .query((line, n) -> row(new Columns(line), head, problems))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Row> row(Columns line, Head head, List<Problem> problems) throws SQLException {
        String rowId = line.orEmpty("row_id");
        if (line.orEmpty("row_kind").equals("TEXT")) {
            return line.text("description").map(text -> new Row.Text(rowId, text.strip()));
        }
        Optional<String> article = line.text("article_number").map(String::strip);
        Optional<String> written = line.text("description");
        String description = written.isPresent() ? written.get() : line.orEmpty("article_description");
        String name = name(article, description, rowId);
        int before = problems.size();
        if (description.isBlank() && article.isEmpty()) {
            problems.add(StoreProblems.rowWithoutText(name));
        }
        if (article.isPresent() && line.flag("article_active").equals(Optional.of(false))) {
            problems.add(StoreProblems.articleInactive(name, article.get()));
        }
        Optional<BigDecimal> quantity = line.decimal("quantity");
        if (quantity.isEmpty()) {
            problems.add(StoreProblems.quantityMissing(name));
        }
        Optional<BigDecimal> price = line.decimal("unit_price");
        if (price.isEmpty()) {
            problems.add(StoreProblems.priceMissing(name));
        }
        Optional<Vat> vat = vat(line, name, problems);
        Discount discount = discount(line, name, problems);
        Optional<HouseWork> houseWork =
                head.reduction().isPresent() ? houseWork(line, name, problems) : Optional.empty();
        if (problems.size() > before || quantity.isEmpty() || price.isEmpty() || vat.isEmpty()) {
            return Optional.empty();
        }
        PriceBasis basis = new PriceBasis(line.isTrue("price_includes_vat"), head.sentWithVat());
        PriceBasis.Price sent =
                basis.of(quantity.get(), new PriceBasis.Price(price.get(), discount), vat.get(), head.currency());
        return Optional.of(new Row.Priced(
                rowId,
                article,
                description.strip(),
                quantity.get(),
                line.text("unit"),
                sent.unit(),
                sent.discount(),
                vat.get(),
                line.text("cost_centre"),
                houseWork));
    }

    private static String name(Optional<String> article, String description, String rowId) {
        if (!description.isBlank()) {
            return "Row \"" + (description.length() <= 60 ? description : description.substring(0, 57) + "…") + "\"";
        }
        return article.map(number -> "Row with article " + number).orElse("Row " + rowId);
    }

    private static Optional<HouseWork> houseWork(Columns line, String name, List<Problem> problems)
            throws SQLException {
        Optional<String> word = line.text("work_type").map(String::strip);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<WorkType> type = Arrays.stream(WorkType.values())
                .filter(known -> known.name().equals(word.get()))
                .findFirst();
        if (type.isEmpty()) {
            problems.add(TaxReductionProblems.workTypeUnknown(name, word.get()));
        }
        Optional<BigDecimal> hours = line.decimal("hours")
                .filter(value -> value.signum() >= 0)
                .or(() -> type.filter(known -> known.reduction() == TaxReduction.Type.GREEN)
                        .map(green -> BigDecimal.ZERO));
        if (hours.isEmpty()) {
            problems.add(TaxReductionProblems.hoursMissing(name));
        }
        return type.flatMap(known -> hours.map(value -> new HouseWork(known, value)));
    }

    private Optional<Vat> vat(Columns line, String name, List<Problem> problems) throws SQLException {
        String word = line.text("vat_treatment").orElse("DOMESTIC");
        Optional<Vat.Treatment> treatment = Treatments.named(word);
        if (treatment.isEmpty()) {
            problems.add(StoreProblems.treatmentUnknown("row.vatTreatment", word));
            return Optional.empty();
        }
        boolean domestic = treatment.get() == Vat.Treatment.DOMESTIC;
        Optional<BigDecimal> rate = line.decimal("vat_rate");
        if (rate.isEmpty()) {
            if (domestic || treatment.get() == Vat.Treatment.EU_WITH_VAT) {
                problems.add(StoreProblems.vatMissing(name));
                return Optional.empty();
            }
            return Optional.of(new Vat(BigDecimal.ZERO, treatment.get()));
        }
        boolean possible = rate.get().signum() >= 0 && rate.get().compareTo(HUNDRED) <= 0;
        if (!possible || (domestic && !settings.knowsVat(rate.get()))) {
            problems.add(StoreProblems.vatUnknown(name, rate.get(), settings.vatRates()));
            return Optional.empty();
        }
        return Optional.of(new Vat(rate.get(), treatment.get()));
    }

    private static Discount discount(Columns line, String name, List<Problem> problems) throws SQLException {
        Optional<BigDecimal> percent = line.decimal("discount_percent").filter(value -> value.signum() != 0);
        Optional<BigDecimal> amount = line.decimal("discount_amount").filter(value -> value.signum() != 0);
        if ((percent.isPresent() && amount.isPresent())
                || percent.filter(value -> value.signum() < 0 || value.compareTo(HUNDRED) > 0)
                        .isPresent()) {
            problems.add(StoreProblems.discountOutOfRange(name));
            return Discount.NONE;
        }
        return percent.map(value -> new Discount(Discount.Kind.PERCENT, value))
                .or(() -> amount.map(value -> new Discount(Discount.Kind.AMOUNT, value)))
                .orElse(Discount.NONE);
    }
}
