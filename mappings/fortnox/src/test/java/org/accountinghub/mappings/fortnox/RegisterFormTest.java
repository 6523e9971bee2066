package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.samples.RandomRecords;
import org.junit.jupiter.api.Test;

class RegisterFormTest {

    private static final int MANY = 300;
    private static final int SHORTEST_LIMIT = 200;

    @Test
    void aRecordSentIsReadBackTheSame() {
        for (Register register : Register.values()) {
            for (RegisterRecord ours : RandomRecords.of(register, 20261122, MANY)) {
                RegisterForm<?, ?> form = form(register);
                PartnerEdit sent = sent(form, all(ours));
                RegisterRecord theirs = stored(register, ours.number(), sent);

                assertThat(sent.differing(theirs)).as(ours + ": " + sent).isEmpty();
                assertThat(theirs.values()).containsAllEntriesOf(plain(ours, sent));
            }
        }
    }

    /** Reading what was read changes nothing: no edit follows from a record as Fortnox tells it. */
    @Test
    void aRecordReadIsSentAsItIs() {
        for (RegisterRecord ours : RandomRecords.of(Register.CUSTOMERS, 7, MANY)) {
            RegisterRecord theirs = stored(Register.CUSTOMERS, ours.number(), sent(CustomerRegister.FORM, all(ours)));

            PartnerEdit again = sent(CustomerRegister.FORM, all(theirs));

            assertThat(again.differing(theirs)).isEmpty();
        }
    }

    @Test
    void whatIsLeftOutStaysAndWhatIsClearedIsSaidByFortnoxsWord() {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        changes.put(RegisterField.PHONE, new FieldChange.Clear());
        changes.put(RegisterField.INVOICE_CITY, new FieldChange.Set("Åre"));

        PartnerEdit edit = sent(CustomerRegister.FORM, changes);

        assertThat(FortnoxEdit.content(edit)).isEqualTo(Map.of("Phone1", "API_BLANK", "City", "Åre"));
        assertThat(edit.expected()).isEqualTo(Map.of(RegisterField.PHONE, "", RegisterField.INVOICE_CITY, "Åre"));
    }

    @Test
    void aRealListTellsWhatItShowsAndNothingElse() {
        CustomerItem item = WireJson.read(
                        "{\"Customers\":[{\"@url\":\"x\",\"Address1\":\"Gatan 1\",\"Address2\":\"\",\"City\":null,"
                                + "\"CustomerNumber\":\"7\",\"Email\":\"\",\"Name\":\"Åke\",\"OrganisationNumber\":\"556012-5790\","
                                + "\"Phone\":\"063-1\",\"ZipCode\":\"838 80\"}]}",
                        CustomerItem.Page.class)
                .items()
                .get(0);

        RegisterRecord record = CustomerRegister.FORM.item(item).orElseThrow();

        assertThat(record.values().keySet()).isEqualTo(CustomerRegister.FORM.listed());
        assertThat(record.values())
                .containsEntry(RegisterField.REGISTRATION_NUMBER, "5560125790")
                .containsEntry(RegisterField.INVOICE_POSTAL_CODE, "83880")
                .containsEntry(RegisterField.INVOICE_CITY, "")
                .containsEntry(RegisterField.PHONE, "063-1");
        assertThat(CustomerRegister.FORM.fields()).containsAll(CustomerRegister.FORM.listed());
    }

    @Test
    void anArticlesListHasItsNumbersAsTextsAndABadOneSpoilsNothingElse() {
        ArticleItem.Page page = WireJson.read(
                "{\"Articles\":[{\"ArticleNumber\":\"1\",\"Description\":\"A\",\"SalesPrice\":\"129.50\",\"VAT\":\"25\",\"Unit\":null},"
                        + "{\"ArticleNumber\":\"2\",\"Description\":\"B\",\"SalesPrice\":\"på begäran\",\"VAT\":25,\"Unit\":\"st\"},"
                        + "{\"Description\":\"no number\"}]}",
                ArticleItem.Page.class);

        List<RegisterRecord> records = page.items().stream()
                .flatMap(item -> ArticleRegister.FORM.item(item).stream())
                .toList();

        assertThat(records).extracting(RegisterRecord::number).containsExactly("1", "2");
        assertThat(records.get(0).values())
                .isEqualTo(Map.of(
                        RegisterField.DESCRIPTION, "A",
                        RegisterField.UNIT, "",
                        RegisterField.PRICE, "129.5",
                        RegisterField.VAT_RATE, "25"));
        assertThat(records.get(1).knows(RegisterField.PRICE)).isFalse();
        assertThat(records.get(1).value(RegisterField.VAT_RATE)).contains("25");
    }

    @Test
    void whatOnlyTheAccountingSideKnowsFortnoxsRegistersDoNotTell() {
        assertThat(CustomerRegister.FORM.fields())
                .noneMatch(field -> field.group() == FieldGroup.ACCOUNTING)
                .doesNotContain(RegisterField.LANGUAGE, RegisterField.CUSTOMERS_ORDER_NUMBER);
        assertThat(CustomerRegister.FORM.writable()).isEqualTo(CustomerRegister.FORM.fields());
        assertThat(ArticleRegister.FORM.fields()).containsExactlyElementsOf(RegisterField.of(Register.ARTICLES));
        assertThat(ArticleRegister.FORM.writable()).doesNotContain(RegisterField.PRICE);
    }

    private static RegisterForm<?, ?> form(Register register) {
        return register == Register.CUSTOMERS ? CustomerRegister.FORM : ArticleRegister.FORM;
    }

    private static Map<RegisterField, FieldChange> all(RegisterRecord record) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        record.values().forEach((field, value) -> changes.put(field, FieldChange.to(value)));
        return changes;
    }

    private static PartnerEdit sent(RegisterForm<?, ?> form, Map<RegisterField, FieldChange> changes) {
        Translation<PartnerEdit> translated = form.edit(
                new RegisterEdit(form.register(), "1001", changes),
                form.register() == Register.CUSTOMERS
                        ? CustomerRegister.CLEARABLE_TEXTS
                        : ArticleRegister.PERHAPS_CLEARABLE);
        assertThat(translated).isInstanceOf(Translation.Done.class);
        return ((Translation.Done<PartnerEdit>) translated).value();
    }

    /** What nothing has to be mended in or cut off, as far as it was sent. */
    private static Map<RegisterField, String> plain(RegisterRecord ours, PartnerEdit sent) {
        Map<RegisterField, String> plain = new EnumMap<>(RegisterField.class);
        ours.values().forEach((field, value) -> {
            if (sent.expected().containsKey(field)
                    && value.length() <= SHORTEST_LIMIT
                    && value.matches("[\\p{L}\\p{Nd} _@.,-]*")) {
                plain.put(field, value);
            }
        });
        return plain;
    }

    /** What Fortnox answers when the change met a bare record. */
    private static RegisterRecord stored(Register register, String number, PartnerEdit sent) {
        Map<String, Object> record = new HashMap<>(sent.values());
        boolean customer = register == Register.CUSTOMERS;
        record.put(customer ? "CustomerNumber" : "ArticleNumber", number);
        String json = WireJson.write(Map.of(customer ? "Customer" : "Article", record));
        return customer
                ? CustomerRegister.FORM
                        .whole(WireJson.read(json, FortnoxCustomer.Body.class).customer())
                        .orElseThrow()
                : ArticleRegister.FORM
                        .whole(WireJson.read(json, FortnoxArticle.Body.class).article())
                        .orElseThrow();
    }
}
