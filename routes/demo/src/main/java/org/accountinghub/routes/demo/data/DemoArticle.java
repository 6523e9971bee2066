package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;

/** An article of the store's register; the price is without VAT. */
public record DemoArticle(
        String number, String description, String unit, BigDecimal price, int vatRate, boolean time, boolean active) {}
