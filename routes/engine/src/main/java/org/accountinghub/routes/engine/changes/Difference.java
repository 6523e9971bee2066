package org.accountinghub.routes.engine.changes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;

/** What an order says otherwise than what was sent, in words; differently written equal numbers are equal. */
public final class Difference {

    private static final int LABEL = 40;

    private Difference() {}

    /** Everything that differs; nothing = it still says what was sent. Texts for people, which may hold anything. */
    public static List<String> between(BillableOrder sent, BillableOrder now) {
        List<String> differences = new ArrayList<>();
        changed(
                differences,
                "payer",
                sent.payer().key().number(),
                now.payer().key().number());
        changed(
                differences,
                "currency",
                sent.currency().getCurrencyCode(),
                now.currency().getCurrencyCode());
        changed(differences, "prices", vatWords(sent), vatWords(now));
        if (!sent.taxReduction().equals(now.taxReduction())) {
            differences.add("tax reduction: " + reduction(sent.taxReduction()) + " became "
                    + reduction(now.taxReduction())
                    + (reduction(sent.taxReduction()).equals(reduction(now.taxReduction()))
                            ? " for other persons or another property"
                            : ""));
        }
        rows(sent.rows(), now.rows(), differences);
        return differences;
    }

    private static String vatWords(BillableOrder order) {
        return order.pricesIncludeVat() ? "with VAT" : "without VAT";
    }

    private static String reduction(Optional<TaxReduction> reduction) {
        return reduction.map(TaxReduction::toString).orElse("none");
    }

    private static void rows(List<Row> sent, List<Row> now, List<String> differences) {
        Map<String, Row> after = new LinkedHashMap<>();
        now.forEach(row -> after.put(row.rowId(), row));
        for (Row before : sent) {
            Row later = after.remove(before.rowId());
            if (later == null) {
                differences.add(label(before) + " is no longer on it");
            } else if (before instanceof Row.Priced was && later instanceof Row.Priced is) {
                priced(was, is, differences);
            } else if (!before.equals(later)) {
                differences.add(label(before) + " reads otherwise");
            }
        }
        after.values().forEach(row -> differences.add(label(row) + amount(row) + " came to it"));
    }

    private static void priced(Row.Priced was, Row.Priced is, List<String> differences) {
        List<String> parts = new ArrayList<>();
        changed(
                parts,
                "article",
                was.articleNumber().orElse("none"),
                is.articleNumber().orElse("none"));
        changed(parts, "text", was.description(), is.description());
        changed(parts, "quantity", plain(was.quantity()), plain(is.quantity()));
        changed(parts, "price", plain(was.unitPrice()), plain(is.unitPrice()));
        changed(parts, "discount", words(was.discount()), words(is.discount()));
        changed(parts, "VAT", words(was.vat()), words(is.vat()));
        changed(
                parts,
                "house work",
                was.houseWork()
                        .map(work -> work.type() + " " + plain(work.hours()) + " h")
                        .orElse("none"),
                is.houseWork()
                        .map(work -> work.type() + " " + plain(work.hours()) + " h")
                        .orElse("none"));
        if (!parts.isEmpty()) {
            differences.add(label(was) + ": " + String.join(", ", parts));
        }
    }

    private static void changed(List<String> differences, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(what + " " + before + " became " + after);
        }
    }

    private static String label(Row row) {
        String text = row instanceof Row.Priced priced ? priced.description() : ((Row.Text) row).text();
        String oneLine = text.replaceAll("\\s+", " ").strip();
        return "row \"" + (oneLine.length() > LABEL ? oneLine.substring(0, LABEL) + "…" : oneLine) + "\"";
    }

    private static String amount(Row row) {
        return row instanceof Row.Priced priced
                ? " (" + plain(priced.quantity()) + " at " + plain(priced.unitPrice()) + ")"
                : "";
    }

    private static String words(Discount discount) {
        return discount.isNone()
                ? "none"
                : plain(discount.value()) + (discount.kind() == Discount.Kind.PERCENT ? " %" : "");
    }

    private static String words(Vat vat) {
        return plain(vat.rate()) + " % " + vat.treatment();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }
}
