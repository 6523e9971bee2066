package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is done to an invoice that exists. Each verb changes the copy it is given, so that it can be answered, and returns
 * what does the same to the invoice as it stands when it is committed: a late commit may come too late.
 */
final class InvoiceActions {
    private static final String INVOICE = "invoice";
    private static final String SENT = "Sent";
    private static final int RECEIVABLES = 1510;

    private final DocumentDraft draft;
    private final Effects effects;

    InvoiceActions(DocumentDraft draft, Effects effects) {
        this.draft = draft;
        this.effects = effects;
    }

    /** Booked for ever; a booked credit invoice settles the invoice that it credits. */
    Runnable bookkeep(FortnoxCompany company, ObjectNode invoice, String requestId) {
        boolean settles = invoice.path("Credit").asString("").equals("true");
        BigDecimal credited = Amounts.of(invoice, "Balance");
        LocalDate date = LocalDate.parse(invoice.path("InvoiceDate").asString(""));
        return doing(company, invoice, now -> book(company, now, date, settles), now -> {
            store(company, now, Action.BOOKED, requestId);
            if (settles) {
                company.invoices
                        .find(invoice.path("CreditInvoiceReference").asString(""))
                        .ifPresent(original -> settleOriginal(company, original, credited, date, requestId));
            }
        });
    }

    private static void book(FortnoxCompany company, ObjectNode invoice, LocalDate date, boolean settles) {
        if (invoice.path("Booked").booleanValue() || invoice.path("Cancelled").booleanValue()) {
            throw Refusal.of("Fakturan är redan bokförd eller makulerad.", 2003125);
        }
        Periods.checkOpen(company, date);
        checkAccounts(company, invoice);
        invoice.put("Booked", true)
                .put("VoucherNumber", vouchers(company) + 1)
                .put("VoucherSeries", "B")
                .put("VoucherYear", company.financialYear(date).orElse(1));
        if (settles) {
            settle(invoice, date);
        }
    }

    private static void checkAccounts(FortnoxCompany company, ObjectNode invoice) {
        boolean all = company.hasAccount(RECEIVABLES);
        for (JsonNode row : invoice.path("InvoiceRows")) {
            all &= !row.path("AccountNumber").isNumber()
                    || company.hasAccount(row.path("AccountNumber").intValue());
        }
        if (!all) {
            throw Refusal.of("Kunde inte hitta konto.", 2001304);
        }
    }

    private void settleOriginal(
            FortnoxCompany company, ObjectNode original, BigDecimal credited, LocalDate date, String requestId) {
        BigDecimal left = Amounts.of(original, "Balance").add(credited);
        Amounts.put(original, "Balance", left);
        if (left.signum() == 0) {
            settle(original, date);
        }
        store(company, original, Action.CREDITED, requestId);
    }

    Runnable cancel(FortnoxCompany company, ObjectNode invoice, String requestId) {
        return doing(
                company,
                invoice,
                now -> {
                    if (now.path("Booked").booleanValue()) {
                        throw Refusal.of("En bokförd faktura kan inte makuleras.", 2003125);
                    }
                    now.put("Cancelled", true).put("Balance", 0);
                },
                now -> store(company, now, Action.CANCELLED, requestId));
    }

    /** Creates the opposite invoice; both name each other. */
    Runnable credit(FortnoxCompany company, ObjectNode invoice, String requestId) {
        if (!invoice.path("CreditInvoiceReference").asString("0").equals("0")) {
            throw Refusal.of("Fakturan är redan krediterad.", 2003125);
        }
        ObjectNode credit = CreditInvoice.of(company, invoice, draft.today());
        String number = credit.path("DocumentNumber").asString("");
        return doing(
                company,
                invoice,
                now -> {
                    if (!now.path("CreditInvoiceReference").asString("0").equals("0")) {
                        throw Refusal.of("Fakturan är redan krediterad.", 2003125);
                    }
                    now.put("CreditInvoiceReference", number);
                },
                now -> {
                    company.invoices.put(number, credit, effects.clock().instant());
                    store(company, now, Action.CREDITED, requestId);
                });
    }

    /** Marked as sent, which it is once, or printed on the company's own printer. */
    Runnable send(FortnoxCompany company, ObjectNode invoice, Action how, String requestId) {
        boolean printed = how != Action.SENT;
        return doing(company, invoice, now -> now.put(SENT, true), now -> {
            if (printed || !isSent(company, now)) {
                store(company, now, how, requestId);
            }
        });
    }

    private static boolean isSent(FortnoxCompany company, ObjectNode invoice) {
        return company.invoices
                .find(invoice.path("DocumentNumber").asString(""))
                .map(before -> before.path(SENT).booleanValue())
                .orElse(false);
    }

    /** Needs an address; each time is another e-mail. */
    Runnable email(FortnoxCompany company, ObjectNode invoice, String requestId) {
        checkNotCancelled(invoice);
        Mail.checkAddress(invoice);
        return send(company, invoice, Action.EMAILED, requestId);
    }

    /** Needs somebody who can receive it: an organisation number or a location number. */
    Runnable electronic(FortnoxCompany company, ObjectNode invoice, String requestId) {
        checkNotCancelled(invoice);
        if (Field.isEmpty(invoice.path("OrganisationNumber"))
                && Field.isEmpty(invoice.path("EDIInformation").path("EDIGlobalLocationNumber"))) {
            throw Refusal.of("Kunden kan inte ta emot e-faktura.", 2003280);
        }
        return send(company, invoice, Action.EINVOICED, requestId);
    }

    /** The print service; whether it marks the invoice as sent is unverified. */
    Runnable post(FortnoxCompany company, ObjectNode invoice, String requestId) {
        checkNotCancelled(invoice);
        boolean marks = company.assumes(Assumption.PRINT_SERVICE_MARKS_SENT);
        return doing(
                company,
                invoice,
                now -> now.put(SENT, marks || now.path(SENT).booleanValue()),
                now -> store(company, now, Action.POSTED, requestId));
    }

    private static void checkNotCancelled(ObjectNode invoice) {
        if (invoice.path("Cancelled").booleanValue()) {
            throw Refusal.of("Fakturan är makulerad.", 2003125);
        }
    }

    /** Takes a payment off the balance; nothing left = paid on that day. */
    Runnable pay(FortnoxCompany company, ObjectNode invoice, BigDecimal amount, LocalDate day, String requestId) {
        return doing(
                company,
                invoice,
                now -> {
                    if (!now.path("Booked").booleanValue()) {
                        throw Refusal.of("Fakturan är inte bokförd.", 2003124);
                    }
                    BigDecimal left = Amounts.of(now, "Balance").subtract(amount);
                    Amounts.put(now, "Balance", left);
                    if (left.signum() == 0) {
                        settle(now, day);
                    }
                },
                now -> store(company, now, Action.PAID, requestId));
    }

    LocalDate today() {
        return draft.today();
    }

    private static Runnable doing(
            FortnoxCompany company, ObjectNode invoice, Consumer<ObjectNode> change, Consumer<ObjectNode> store) {
        change.accept(invoice);
        return company.invoices.again(invoice.path("DocumentNumber").asString(""), change, store);
    }

    private static void settle(ObjectNode invoice, LocalDate day) {
        invoice.put("Balance", 0).put("FinalPayDate", day.toString());
    }

    private static long vouchers(FortnoxCompany company) {
        return company.invoices
                .documents()
                .filter(invoice -> invoice.path("Booked").booleanValue())
                .count();
    }

    private void store(FortnoxCompany company, ObjectNode invoice, Action action, String requestId) {
        String number = invoice.path("DocumentNumber").asString("");
        company.invoices.put(number, invoice, effects.clock().instant());
        effects.add(company, INVOICE, action, number, invoice, requestId);
    }
}
