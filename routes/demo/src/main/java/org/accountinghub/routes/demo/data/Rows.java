package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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
        rows.add(DemoRow.of(time.get(random.nextInt(time.size())), HOURS[n % HOURS.length], withVat));
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            rows.add(used(n + i, withVat));
        }
        return rows;
    }

    /** Rows outside assignments. */
    List<DemoRow> others(int n, int count, boolean withVat, boolean alsoFreeText) {
        List<DemoRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(used(n + i, withVat));
        }
        if (n % 6 == 1) {
            rows.add(DemoRow.of(otherVat.get(n % otherVat.size()), "1", withVat));
        }
        if (alsoFreeText && n % 13 == 5) {
            rows.add(DemoRow.freeText("Specialtillverkad konsol enligt ritning 4711-" + n + ", målad", "1", "1895.50"));
        }
        if (n % 17 == 3) {
            rows.add(DemoRow.of(parts.get(n % parts.size()), "-1", withVat));
        }
        if (n % 9 == 2) {
            rows.add(DemoRow.of(parts.get((n * 3) % parts.size()), "2", withVat).toBeOrdered());
        }
        return rows;
    }

    private DemoRow used(int n, boolean withVat) {
        DemoRow row = DemoRow.of(
                parts.get(random.nextInt(parts.size())), QUANTITIES[random.nextInt(QUANTITIES.length)], withVat);
        return switch (n % 8) {
            case 1 -> row.with("discount_percent", new BigDecimal("10"));
            case 3 -> row.with("discount_percent", new BigDecimal("12.5"));
            case 6 -> row.with("discount_amount", new BigDecimal("25"));
            default -> row;
        };
    }

    DemoRow aPart(int n) {
        return DemoRow.of(parts.get(n % parts.size()), "1", false);
    }

    DemoRow hours(int n, String hours, boolean withVat) {
        return DemoRow.of(time.get(n % time.size()), hours, withVat);
    }
}
