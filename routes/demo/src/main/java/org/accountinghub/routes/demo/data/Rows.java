package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.accountinghub.routes.demo.data.DemoOrder.DemoRow;

/** Invents rows: time, articles, free text, returns, discounts of both kinds, all VAT rates. */
final class Rows {

    private static final String[] HOURS = {"1", "2.25", "0.5", "4", "0", "7.5", "1.75"};
    private static final String[] QUANTITIES = {"1", "2", "4", "1", "6", "2.5", "12", "3"};

    private final List<DemoArticle> time;
    private final List<DemoArticle> parts;
    private final List<DemoArticle> otherVat;
    private final SplittableRandom random;

    Rows(List<DemoArticle> articles, SplittableRandom random) {
        this.time = articles.stream().filter(DemoArticle::time).toList();
        this.parts = articles.stream()
                .filter(article -> !article.time() && article.active() && article.vatRate() == 25)
                .toList();
        this.otherVat =
                articles.stream().filter(article -> article.vatRate() != 25).toList();
        this.random = random;
    }

    /** Rows of one assignment: time first, then what was used. */
    List<DemoRow> assignment(int n, boolean withVat) {
        List<DemoRow> rows = new ArrayList<>();
        rows.add(row(time.get(random.nextInt(time.size())), HOURS[n % HOURS.length], withVat));
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            rows.add(used(n + i, withVat));
        }
        return rows;
    }

    /** Rows outside assignments. */
    List<DemoRow> others(int n, int count, boolean withVat) {
        List<DemoRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(used(n + i, withVat));
        }
        if (n % 6 == 1) {
            rows.add(row(otherVat.get(n % otherVat.size()), "1", withVat));
        }
        if (n % 13 == 5) {
            rows.add(freeText("Specialtillverkad konsol enligt ritning 4711-" + n + ", målad", "1", "1895.50"));
        }
        if (n % 17 == 3) {
            rows.add(row(parts.get(n % parts.size()), "-1", withVat));
        }
        if (n % 9 == 2) {
            rows.add(ordered(row(parts.get((n * 3) % parts.size()), "2", withVat)));
        }
        return rows;
    }

    private DemoRow used(int n, boolean withVat) {
        DemoRow row =
                row(parts.get(random.nextInt(parts.size())), QUANTITIES[random.nextInt(QUANTITIES.length)], withVat);
        return switch (n % 8) {
            case 1 -> discounted(row, Optional.of("10"), Optional.empty());
            case 3 -> discounted(row, Optional.of("12.5"), Optional.empty());
            case 6 -> discounted(row, Optional.empty(), Optional.of("25"));
            default -> row;
        };
    }

    /** An article at its register price. */
    DemoRow row(DemoArticle article, String quantity, boolean withVat) {
        BigDecimal rate = BigDecimal.valueOf(article.vatRate());
        BigDecimal price = withVat
                ? article.price()
                        .add(article.price().multiply(rate).movePointLeft(2))
                        .setScale(2, RoundingMode.HALF_UP)
                : article.price();
        return new DemoRow(
                Optional.of(article),
                Optional.of(article.description()),
                new BigDecimal(quantity),
                Optional.of(price),
                Optional.empty(),
                Optional.empty(),
                Optional.of(rate),
                Optional.empty(),
                false);
    }

    DemoRow aPart(int n) {
        return row(parts.get(n % parts.size()), "1", false);
    }

    static DemoRow freeText(String text, String quantity, String price) {
        return new DemoRow(
                Optional.empty(),
                Optional.of(text),
                new BigDecimal(quantity),
                Optional.of(new BigDecimal(price)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(25)),
                Optional.empty(),
                false);
    }

    static DemoRow ordered(DemoRow row) {
        return new DemoRow(
                row.article(),
                row.text(),
                row.quantity(),
                row.price(),
                row.discountPercent(),
                row.discountAmount(),
                row.vatRate(),
                row.treatment(),
                true);
    }

    static DemoRow taxed(DemoRow row, Optional<BigDecimal> rate, Optional<String> treatment) {
        return new DemoRow(
                row.article(),
                row.text(),
                row.quantity(),
                row.price(),
                row.discountPercent(),
                row.discountAmount(),
                rate,
                treatment,
                row.toBeOrdered());
    }

    static DemoRow sold(Optional<DemoArticle> article, Optional<String> text, Optional<BigDecimal> price) {
        return new DemoRow(
                article,
                text,
                BigDecimal.ONE,
                price,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(25)),
                Optional.empty(),
                false);
    }

    private static DemoRow discounted(DemoRow row, Optional<String> percent, Optional<String> amount) {
        return new DemoRow(
                row.article(),
                row.text(),
                row.quantity(),
                row.price(),
                percent.map(BigDecimal::new),
                amount.map(BigDecimal::new),
                row.vatRate(),
                row.treatment(),
                row.toBeOrdered());
    }
}
