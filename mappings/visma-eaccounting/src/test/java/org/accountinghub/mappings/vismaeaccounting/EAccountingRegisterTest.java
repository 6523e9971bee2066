package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.samples.RandomRecords;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EAccountingRegisterTest {

    private static final int MANY = 300;
    private static final RegisterForm<CustomerThere, CustomerThere> CUSTOMERS = CustomerRegister.form(Company.TERMS);
    private static final RegisterForm<ArticleThere, ArticleThere> ARTICLES = ArticleRegister.form(Company.BASIS);

    @Test
    void aCustomerTellsWhatOnlyTheAccountingSideKnows() {
        RegisterRecord customer = customer("""
                {"CustomerNumber":"7","Name":"Bergs Bygg AB","CorporateIdentityNumber":"556012-5790","IsPrivatePerson":false,
                 "InvoicePostalCode":"111 22","IsActive":true,"LastInvoiceDate":"2026-01-02T00:00:00","UnpaidInvoicesAmount":12.50,
                 "TermsOfPaymentId":"%s"}""".formatted(Company.id("30 dagar")));

        assertThat(customer.values().keySet()).isEqualTo(CUSTOMERS.fields());
        assertThat(customer.values())
                .containsEntry(RegisterField.REGISTRATION_NUMBER, "5560125790")
                .containsEntry(RegisterField.PAYMENT_TERMS, "30")
                .containsEntry(RegisterField.VAT_TREATMENT, "DOMESTIC")
                .containsEntry(RegisterField.BALANCE, "12.5")
                .containsEntry(RegisterField.LAST_INVOICE_DATE, "2026-01-02");
        assertThat(CUSTOMERS.writable())
                .doesNotContain(RegisterField.BALANCE, RegisterField.LAST_INVOICE_DATE, RegisterField.LANGUAGE);
    }

    @Test
    void abroadNobodySaysHowTaxIsTreated() {
        assertThat(customer("{\"CustomerNumber\":\"7\",\"InvoiceCountryCode\":\"NO\"}")
                        .knows(RegisterField.VAT_TREATMENT))
                .isFalse();
        assertThat(customer("{\"CustomerNumber\":\"7\",\"ReverseChargeOnConstructionServices\":true}")
                        .value(RegisterField.VAT_TREATMENT))
                .contains("DOMESTIC_REVERSE_CHARGE");
    }

    @Test
    void anArticleHasTheRateOfItsCoding() {
        RegisterRecord article = article(node("""
                {"Number":"A1","Name":"Filter","UnitAbbreviation":"st","NetPrice":129.90,"IsActive":false,"CodingId":"%s"}""".formatted(Company.id("Försäljning 12 %"))));

        assertThat(article.values())
                .isEqualTo(Map.of(
                        RegisterField.DESCRIPTION, "Filter",
                        RegisterField.UNIT, "st",
                        RegisterField.PRICE, "129.9",
                        RegisterField.VAT_RATE, "12",
                        RegisterField.ARTICLE_ACTIVE, "false"));
        assertThat(ARTICLES.fields()).isEqualTo(article.values().keySet());
    }

    @Test
    void aRecordSentIsReadBackAsItWasExpected() {
        for (RegisterRecord ours : RandomRecords.of(Register.CUSTOMERS, 20261122, MANY)) {
            PartnerEdit sent = sent(CUSTOMERS, possible(ours), CustomerRegister.CLEARABLE);
            ObjectNode whole = done(CustomerRegister.whole(
                    node("{\"CustomerNumber\":\"%s\",\"VatNumber\":\"SE556012579001\"}".formatted(ours.number())),
                    sent));

            assertThat(sent.differing(CUSTOMERS.whole(customerThere(whole)).orElseThrow()))
                    .as(ours + ": " + sent)
                    .isEmpty();
        }
        for (RegisterRecord ours : RandomRecords.of(Register.ARTICLES, 20261122, MANY)) {
            PartnerEdit sent = sent(ARTICLES, possible(ours), Set.of());
            ObjectNode whole =
                    ArticleRegister.whole(node("{\"Number\":\"%s\"}".formatted(ours.number())), sent, Company.BASIS);
            Company.BASIS.units().stream()
                    .filter(unit -> unit.id().equals(whole.path("UnitId").asStringOpt()))
                    .forEach(unit ->
                            whole.put("UnitAbbreviation", unit.abbreviation().orElseThrow()));

            assertThat(sent.differing(article(whole))).as(ours + ": " + sent).isEmpty();
        }
    }

    @Test
    void whatWasReadGoesBackWholeButForWhatChangesAndWhatIsComputed() {
        ObjectNode there = node("""
                {"Id":"x","CustomerNumber":"7","Name":"Åke","InvoiceAddress2":"Box 1","Note":"Ring först","EmailAddress":null,
                 "TermsOfPayment":{"Name":"30 dagar"},"ChangedUtc":"2026-01-01T00:00:00Z","UnpaidInvoicesAmount":7,
                 "SomethingNew":{"A":[1,2.5]}}""");
        PartnerEdit edit = sent(
                CUSTOMERS,
                Map.of(
                        RegisterField.NAME, new FieldChange.Set("Åkes"),
                        RegisterField.INVOICE_LINE2, new FieldChange.Clear()),
                CustomerRegister.CLEARABLE);

        assertThat(done(CustomerRegister.whole(there, edit))).isEqualTo(node("""
                        {"CustomerNumber":"7","Name":"Åkes","Note":"Ring först","SomethingNew":{"A":[1,2.5]}}"""));
    }

    @Test
    void reverseChargeWithoutAVatNumberIsAProblem() {
        PartnerEdit edit = sent(
                CUSTOMERS,
                Map.of(RegisterField.VAT_TREATMENT, new FieldChange.Set("DOMESTIC_REVERSE_CHARGE")),
                CustomerRegister.CLEARABLE);

        Translation<ObjectNode> whole = CustomerRegister.whole(node("{\"CustomerNumber\":\"7\"}"), edit);

        assertThat(((Translation.Refused<ObjectNode>) whole).problems())
                .extracting(Problem::cause)
                .containsExactly("visma-eaccounting.vat-number-missing");
    }

    @Test
    void anArticleKeepsItsCodingWhenTheRateIsTheSameAndItsPriceWithVatFollows() {
        ObjectNode there = node("{\"Number\":\"A1\",\"NetPrice\":100,\"GrossPrice\":125,\"CodingId\":\"%s\"}"
                .formatted(Company.id("Varor 25 %")));

        ObjectNode same = ArticleRegister.whole(there, articleEdit(RegisterField.VAT_RATE, "25"), Company.BASIS);
        assertThat(same).isEqualTo(there);
        ObjectNode lower = ArticleRegister.whole(there, articleEdit(RegisterField.VAT_RATE, "12"), Company.BASIS);
        assertThat(lower.path("CodingId").asString()).isEqualTo(Company.id("Försäljning 12 %"));
        assertThat(lower.path("GrossPrice").decimalValue()).isEqualByComparingTo("112");
        ObjectNode dearer = ArticleRegister.whole(there, articleEdit(RegisterField.PRICE, "129.99"), Company.BASIS);
        assertThat(dearer.path("GrossPrice").decimalValue()).isEqualByComparingTo("162.49");
    }

    private static PartnerEdit articleEdit(RegisterField field, String value) {
        return sent(ARTICLES, Map.of(field, new FieldChange.Set(value)), Set.of());
    }

    /** As far as the company can hold it. */
    private static Map<RegisterField, FieldChange> possible(RegisterRecord record) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        record.values().forEach((field, value) -> {
            boolean held = switch (field) {
                case PAYMENT_TERMS -> Company.TERMS.called(value).isPresent();
                case UNIT -> value.isEmpty() || Company.BASIS.unit(value).isPresent();
                case VAT_RATE -> value.equals("25") || value.equals("12");
                case VAT_TREATMENT ->
                    !value.equals("DOMESTIC")
                            || record.value(RegisterField.INVOICE_COUNTRY)
                                    .orElse("SE")
                                    .equals("SE");
                case VAT_NUMBER -> !value.isEmpty();
                default -> true;
            };
            if (held) {
                changes.put(field, FieldChange.to(value));
            }
        });
        return changes;
    }

    private static PartnerEdit sent(
            RegisterForm<?, ?> form, Map<RegisterField, FieldChange> changes, Set<RegisterField> clearable) {
        return done(form.edit(new RegisterEdit(form.register(), "1001", changes), clearable));
    }

    private static <T> T done(Translation<T> translation) {
        assertThat(translation).isInstanceOf(Translation.Done.class);
        return ((Translation.Done<T>) translation).value();
    }

    private static RegisterRecord customer(String json) {
        return CUSTOMERS.whole(customerThere(node(json))).orElseThrow();
    }

    private static CustomerThere customerThere(ObjectNode node) {
        return WireJson.read(node.toString(), CustomerThere.class);
    }

    private static RegisterRecord article(ObjectNode node) {
        return ARTICLES.whole(WireJson.read(node.toString(), ArticleThere.class))
                .orElseThrow();
    }

    private static ObjectNode node(String json) {
        return WireJson.read(json, ObjectNode.class);
    }
}
