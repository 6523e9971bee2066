package org.accountinghub.mappings.vismaeaccounting;

import java.util.Currency;

/**
 * The payer as eAccounting has it now, and what follows from it for prices.
 *
 * @param id eAccounting's own id
 * @param currency of its documents: a draft has its customer's
 * @param pricesWithVat whether unit prices are with VAT: for private persons, unless the company shows them without
 * @param abroad whether it lives in another country than the company: its prices have four decimals
 */
public record Recipient(String id, String number, Currency currency, boolean pricesWithVat, boolean abroad) {}
