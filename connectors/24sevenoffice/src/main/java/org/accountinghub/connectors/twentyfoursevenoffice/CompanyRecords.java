package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.twentyfoursevenoffice.CompanyRegister;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules;
import org.accountinghub.mappings.twentyfoursevenoffice.SaveEffect;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompanies;

/** The companies, by id. */
final class CompanyRecords extends OfficeRecords<Company> {

    private final OfficeClient client;
    private final Companies companies;
    private final RegisterForm<Company, Company> form;

    CompanyRecords(OfficeClient client, OfficeRules rules) {
        this.client = client;
        this.companies = new Companies(client);
        this.form = CompanyRegister.form(rules);
    }

    @Override
    public RegisterForm<Company, Company> form() {
        return form;
    }

    @Override
    public Set<RegisterField> clearable() {
        return CompanyRegister.CLEARABLE;
    }

    @Override
    public String number(String id, Company record) {
        return id;
    }

    @Override
    public Reply<Optional<Company>> read(String id, Conversation conversation) {
        return companies.whole(id, conversation);
    }

    @Override
    Translation<Company> whole(Company there, PartnerEdit edit) {
        return CompanyRegister.whole(there, edit);
    }

    @Override
    Reply<Boolean> save(Company whole, Instant begun, Conversation conversation) {
        ArrayOfCompany one = new ArrayOfCompany();
        one.getCompany().add(whole);
        SaveCompanies content = new SaveCompanies();
        content.setCompanies(one);
        return client.write(Operation.SAVE_COMPANIES, content, begun, conversation)
                .then(answer -> {
                    List<Company> saved = answer.getSaveCompaniesResult() == null
                            ? List.of()
                            : answer.getSaveCompaniesResult().getCompany();
                    return saved.size() == 1
                                    && saved.get(0) != null
                                    && whole.getId().equals(saved.get(0).getId())
                            ? new Said<>(true)
                            : new Failed<>(OfficeProblems.unreadable("it does not name the company", true));
                });
    }

    @Override
    SaveEffect effect(Company before, Company meant, Company after) {
        return SaveEffect.between(before, meant, after);
    }
}
