package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CurrencyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.junit.jupiter.api.Test;

/** Records as they are read whole, changed and saved whole. */
class WholeRecordTest {

    private static final OfficeRules RULES = TestRules.rules();

    @Test
    void allThatTheContractKnowsIsAskedFor() {
        assertThat(lower(ReturnProperties.COMPANY_WHOLE.stream()))
                .containsExactlyElementsOf(
                        contract(Company.class, Set.of("apiexception", "explicitlyspecifynewcompanyid")));
        assertThat(lower(ReturnProperties.PRODUCT_WHOLE.stream()))
                .containsExactlyElementsOf(contract(Product.class, Set.of("apiexception")));
        assertThat(ReturnProperties.COMPANY_WHOLE).containsAll(ReturnProperties.COMPANY);
        assertThat(ReturnProperties.PRODUCT_WHOLE).containsAll(ReturnProperties.PRODUCT);
    }

    @Test
    void whatIsChangedChangesAndTheRestOfTheCompanyIsAsItWas() {
        Company there = company();
        Company whole = changed(
                there,
                Map.of(
                        RegisterField.INVOICE_CITY, FieldChange.to("Umeå"),
                        RegisterField.VISITING_LINE1, FieldChange.to("Kajen 3"),
                        RegisterField.CUSTOMER_KIND, FieldChange.to("BUSINESS"),
                        RegisterField.CURRENCY, FieldChange.to("SEK"),
                        RegisterField.VAT_NUMBER, new FieldChange.Clear()));

        assertThat(there.getVatNumber()).as("what was read is not touched").isEqualTo("SE556036079301");
        assertThat(whole.getVatNumber()).as("said, not left out").isEmpty();
        assertThat(whole.getAddresses().getInvoice())
                .returns("Umeå", Address::getPostalArea)
                .returns("Umeå", Address::getCity)
                .returns("Storgatan 1", Address::getStreet);
        assertThat(whole.getAddresses().getVisit().getStreet()).isEqualTo("Kajen 3");
        assertThat(whole.getType()).as("more than a customer").isEqualTo(CompanyType.SUPPLIER);
        assertThat(whole.getCurrencyId()).isEqualTo(CurrencyType.LOCAL);
        assertThat(whole.getNote()).isEqualTo("Ring");
        assertThat(whole.getDateChanged()).as("the service's own").isNull();
    }

    @Test
    void whatASaveEmptiedAndWhatItAlteredIsSeenAndWhatWasMeantIsNot() {
        Company before = company();
        Company meant = changed(before, Map.of(RegisterField.NAME, FieldChange.to("Fjäll AB")));
        Company after = WholeRecord.COMPANY.copy(meant);
        after.setDiscount(new BigDecimal("12.50"));
        after.setDateChanged(LocalDateTime.parse("2026-11-22T08:05"));
        assertThat(SaveEffect.between(before, meant, after)).isEqualTo(new SaveEffect(true, List.of(), List.of()));

        after.setNote("");
        after.getAddresses().setInvoice(null);
        after.setDiscount(BigDecimal.TEN);
        assertThat(SaveEffect.between(before, meant, after))
                .isEqualTo(new SaveEffect(
                        true,
                        List.of("Addresses.Invoice.City", "Addresses.Invoice.Street", "Note"),
                        List.of("Discount")));
        assertThat(SaveEffect.between(before, meant, before).any()).isFalse();
    }

    @Test
    void aStreetOfSeveralLinesIsReplacedByOneAndThatIsTold() {
        Company there = company();
        there.getAddresses().getInvoice().setStreet("Storgatan 1, Box 12");

        assertThat(whole(there, Map.of(RegisterField.INVOICE_LINE1, FieldChange.to("Storgatan 3")))
                        .notes())
                .anyMatch(note -> note.contains("more than one line"));
        assertThat(whole(there, Map.of(RegisterField.INVOICE_CITY, FieldChange.to("Umeå")))
                        .notes())
                .isEmpty();
    }

    @Test
    void whatCannotBeSetOrClearedIsTold() {
        Translation<PartnerEdit> edit = CompanyRegister.form(RULES)
                .edit(
                        new RegisterEdit(
                                Register.CUSTOMERS,
                                "7",
                                Map.of(
                                        RegisterField.NAME,
                                        new FieldChange.Clear(),
                                        RegisterField.CUSTOMER_ACTIVE,
                                        FieldChange.to("false"))),
                        CompanyRegister.CLEARABLE);

        assertThat(((Translation.Done<PartnerEdit>) edit).value().isEmpty()).isTrue();
        assertThat(((Translation.Done<PartnerEdit>) edit).notes())
                .anyMatch(note -> note.contains("name keeps its value"))
                .anyMatch(note -> note.contains("customer-active is not sent"));
    }

    @Test
    void aCurrencyThatIsNotInTheListIsRefused() {
        Translation<PartnerEdit> edit = CompanyRegister.form(RULES)
                .edit(
                        new RegisterEdit(
                                Register.CUSTOMERS, "7", Map.of(RegisterField.CURRENCY, FieldChange.to("QQQ"))),
                        CompanyRegister.CLEARABLE);

        assertThat(((Translation.Refused<PartnerEdit>) edit).problems())
                .extracting(Problem::cause)
                .containsExactly("24sevenoffice.currency-unknown");
    }

    @Test
    void aProductKeepsAStateOfItsOwnWhileItIsActive() {
        Product product = new Product();
        product.setId(7);
        product.setNo("FILTER");
        product.setStatusId(3);
        assertThat(changed(product, RegisterField.ARTICLE_ACTIVE, "true").getStatusId())
                .isEqualTo(3);
        assertThat(changed(product, RegisterField.ARTICLE_ACTIVE, "false").getStatusId())
                .isZero();
        assertThat(changed(product, RegisterField.PRICE, "10.126").getPrice()).isEqualByComparingTo("10.13");
    }

    @Test
    void anArticleIsANewProductOfItsRatesCategory() {
        ArticleTranslation translation = new ArticleTranslation(RULES, Map.of(new BigDecimal("25.0"), 4));
        var made = (Translation.Done<Product>) translation.toCreate(article("25", "SEK"));

        assertThat(made.value())
                .returns("ART-7", Product::getNo)
                .returns("Filter F7", Product::getName)
                .returns(4, Product::getCategoryId)
                .returns(1, Product::getStatusId)
                .returns(null, Product::getId);
        assertThat(made.value().getPrice()).isEqualByComparingTo("129.5");
        assertThat(((Translation.Done<Product>) translation.toCreate(article("25", "EUR"))))
                .satisfies(foreign -> assertThat(foreign.value().getPrice()).isNull())
                .satisfies(foreign -> assertThat(foreign.notes()).anyMatch(note -> note.contains("currency")));
        assertThat(((Translation.Refused<Product>) translation.toCreate(article("12", "SEK"))).problems())
                .extracting(Problem::cause)
                .containsExactly("24sevenoffice.category-unknown");
    }

    private static Article article(String rate, String currency) {
        return new Article(
                new SourceKey("service", "", SourceKey.ARTICLE, "ART-7"),
                "Filter F7\nwith frame",
                Optional.empty(),
                Optional.of(Money.of("129.50", currency)),
                Optional.of(Vat.domestic(Integer.parseInt(rate))),
                true);
    }

    private static Product changed(Product there, RegisterField field, String value) {
        var edit = (Translation.Done<PartnerEdit>) ProductRegister.form(RULES)
                .edit(new RegisterEdit(Register.ARTICLES, "FILTER", Map.of(field, FieldChange.to(value))), Set.of());
        return ((Translation.Done<Product>) ProductRegister.whole(there, edit.value())).value();
    }

    private static Company changed(Company there, Map<RegisterField, FieldChange> changes) {
        return whole(there, changes).value();
    }

    private static Translation.Done<Company> whole(Company there, Map<RegisterField, FieldChange> changes) {
        var edit = (Translation.Done<PartnerEdit>) CompanyRegister.form(RULES)
                .edit(new RegisterEdit(Register.CUSTOMERS, "7", changes), CompanyRegister.CLEARABLE);
        return (Translation.Done<Company>) CompanyRegister.whole(there, edit.value());
    }

    private static Company company() {
        Company company = new Company();
        company.setId(1001);
        company.setName("Fjord AB");
        company.setType(CompanyType.SUPPLIER);
        company.setVatNumber("SE556036079301");
        company.setCurrencyId(CurrencyType.EUR);
        company.setNote("Ring");
        company.setDiscount(new BigDecimal("12.5"));
        company.setDateChanged(LocalDateTime.parse("2026-11-20T08:05"));
        Address invoice = new Address();
        invoice.setStreet("Storgatan 1");
        invoice.setCity("Solna");
        company.setAddresses(new Addresses());
        company.getAddresses().setInvoice(invoice);
        return company;
    }

    private static List<String> contract(Class<?> type, Set<String> without) {
        return lower(Arrays.stream(type.getAnnotation(XmlType.class).propOrder())).stream()
                .filter(name -> !without.contains(name))
                .toList();
    }

    private static List<String> lower(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT).replace("_", "")).collect(Collectors.toList());
    }
}
