package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.GivenSettings;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.OurReference;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.ReferenceRow;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.UnknownArticle;
import org.accountinghub.mappings.vismaeaccounting.Rates;

/**
 * One connection's settings, read and checked. Each is described in {@link SettingsList}.
 *
 * @param filters whether lists are asked for less than all
 * @param lateness L of the published promise
 */
record VismaSettings(
        ZoneId zone,
        URI base,
        URI authorize,
        URI token,
        String clientId,
        Secret clientSecret,
        List<String> scopes,
        Policy policy,
        EAccountingRules rules,
        boolean filters,
        int pageSize,
        Duration lookBack,
        int callsPerMinute,
        Duration lateness,
        Duration timeout) {

    private enum PlainHttp {
        REFUSED,
        ALLOWED
    }

    private enum YesOrNo {
        YES,
        NO
    }

    private enum OrderStatus {
        DRAFT,
        ONGOING,
        SHIPPED
    }

    private enum Filter {
        USED,
        UNUSED
    }

    private enum AfterInvoice {
        EMAIL
    }

    private static final String RATE = "\\d{1,2}(\\.\\d{1,2})?";

    static VismaSettings read(ConnectionSettings given) {
        GivenSettings text = new GivenSettings(given, SettingsList.ALL);
        boolean plainHttp = text.choice(SettingsList.PLAIN_HTTP, PlainHttp.class) == PlainHttp.ALLOWED;
        return new VismaSettings(
                given.zone(),
                text.address(SettingsList.BASE, plainHttp),
                text.address(SettingsList.AUTHORIZE, plainHttp),
                text.address(SettingsList.TOKEN, plainHttp),
                given.get(SettingsList.CLIENT_ID),
                given.secret(SettingsList.CLIENT_SECRET),
                scopes(text.text(SettingsList.SCOPES)),
                policy(text),
                rules(text),
                text.choice(SettingsList.LIST_FILTER, Filter.class) == Filter.USED,
                text.number(SettingsList.PAGE_SIZE, 10, 1000),
                Duration.ofDays(text.number(SettingsList.LOOK_BACK, 1, 730)),
                text.number(SettingsList.CALLS, 10, 600),
                Duration.ofSeconds(text.number(SettingsList.LATENESS, 10, 3600)),
                Duration.ofSeconds(text.number(SettingsList.TIMEOUT, 1, 20)));
    }

    AllowedAddresses addresses() {
        return AllowedAddresses.of(base, token);
    }

    private static List<String> scopes(String value) {
        if (!value.matches("[a-z0-9_:.-]+( +[a-z0-9_:.-]+)*")) {
            throw new InvalidSettingsException(
                    SettingsList.SCOPES, "must be names of rights in lower case, separated by blanks");
        }
        return List.of(value.split(" +", -1));
    }

    private static Policy policy(GivenSettings text) {
        Policy.InvoiceAs invoiceAs = text.choice(SettingsList.INVOICE_AS, Policy.InvoiceAs.class);
        boolean email = text.find(SettingsList.AFTER_INVOICE)
                .filter(given -> !given.isEmpty())
                .map(given -> text.choice(SettingsList.AFTER_INVOICE, AfterInvoice.class) == AfterInvoice.EMAIL)
                .orElse(false);
        if (email && invoiceAs == Policy.InvoiceAs.DRAFT) {
            throw new InvalidSettingsException(
                    SettingsList.AFTER_INVOICE,
                    "e-mails invoices, and invoice-as leaves drafts; set invoice-as to invoice");
        }
        return new Policy(
                invoiceAs,
                email,
                text.choice(SettingsList.CONVERT_ORDERS, YesOrNo.class) == YesOrNo.YES,
                text.choice(SettingsList.UNKNOWN_ARTICLE, UnknownArticle.class) == UnknownArticle.CREATE,
                byRate(text.pairs(SettingsList.FALLBACK_ARTICLES, RATE, "\\S.{0,39}", "25=DIV25,12=DIV12")),
                byRate(text.pairs(SettingsList.CODINGS, RATE, "\\S.*", "25=Tjänster 25 %")),
                text.text(SettingsList.UNIT),
                text.text(SettingsList.PAYMENT_TERMS));
    }

    private static Map<BigDecimal, String> byRate(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        pair -> Rates.plain(new BigDecimal(pair.getKey())), Map.Entry::getValue));
    }

    private static EAccountingRules rules(GivenSettings text) {
        return new EAccountingRules(
                text.choice(SettingsList.REFERENCE_ROW, ReferenceRow.class),
                text.choice(SettingsList.OUR_REFERENCE, OurReference.class),
                text.choice(SettingsList.UNKNOWN_ARTICLE, UnknownArticle.class),
                status(text.choice(SettingsList.ORDER_STATUS, OrderStatus.class)),
                text.number(SettingsList.COST_CENTRE, 1, 3),
                text.number(SettingsList.TEXT_LENGTH, 50, 2000));
    }

    private static int status(OrderStatus status) {
        return switch (status) {
            case DRAFT -> 1;
            case ONGOING -> 2;
            case SHIPPED -> 3;
        };
    }
}
