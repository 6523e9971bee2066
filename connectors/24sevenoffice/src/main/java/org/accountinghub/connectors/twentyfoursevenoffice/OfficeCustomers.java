package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.CustomerTranslation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompanies;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompaniesResponse;

/**
 * 24SevenOffice's companies: found by external id or by organisation number, created with our external id, by which they are
 * found again.
 */
final class OfficeCustomers implements CustomerDelivery.There {

    private final OfficeSettings settings;
    private final CustomerNumbers numbers;
    private final OfficeClient client;
    private final CustomerTranslation translation;
    private final CustomerSearch search;

    OfficeCustomers(OfficeSettings settings, CustomerNumbers numbers, OfficeClient client) {
        this.settings = settings;
        this.numbers = numbers;
        this.client = client;
        this.translation = new CustomerTranslation(settings.rules());
        this.search = new CustomerSearch(new Companies(client));
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.C, settings.lateness());
    }

    @Override
    public Finding withId(String id, Customer ours, Conversation conversation) {
        return search.byId(ours, id, conversation);
    }

    @Override
    public Finding withOurNumber(Customer ours, Conversation conversation) {
        return search.byExternalId(ours, translation.externalId(ours), conversation);
    }

    @Override
    public Finding withRegistration(Customer ours, Conversation conversation) {
        return search.byRegistration(ours, conversation);
    }

    @Override
    public Rehearsal rehearseCreation(Customer ours, Conversation conversation) {
        return Rehearsal.of(translated(ours));
    }

    @Override
    public Outcome create(Customer ours, Instant begun, Conversation conversation) {
        Translation<Company> translated = translated(ours);
        if (translated instanceof Translation.Refused<Company> refused) {
            return new Rejected(refused.combined());
        }
        var done = (Translation.Done<Company>) translated;
        ArrayOfCompany one = new ArrayOfCompany();
        one.getCompany().add(done.value());
        SaveCompanies content = new SaveCompanies();
        content.setCompanies(one);
        Reply<SaveCompaniesResponse> reply = client.write(Operation.SAVE_COMPANIES, content, begun, conversation);
        return reply instanceof Said<SaveCompaniesResponse> said
                ? created(ours, said.body(), done.notes())
                : ((Failed<SaveCompaniesResponse>) reply).outcome();
    }

    private Translation<Company> translated(Customer ours) {
        return numbers == CustomerNumbers.OURS ? translation.toCreateUnderOurNumber(ours) : translation.toCreate(ours);
    }

    private static Outcome created(Customer ours, SaveCompaniesResponse answer, List<String> translationNotes) {
        List<Company> saved = answer.getSaveCompaniesResult() == null
                ? List.of()
                : answer.getSaveCompaniesResult().getCompany();
        if (saved.size() != 1
                || saved.get(0) == null
                || saved.get(0).getId() == null
                || saved.get(0).getId() < 1) {
            return OfficeProblems.unreadable("it names no company id", true);
        }
        String id = String.valueOf(saved.get(0).getId());
        List<String> notes = new ArrayList<>(translationNotes);
        if (!id.equals(ours.number())) {
            notes.add("24SevenOffice gave the customer the number " + id);
        }
        return new Delivered(new PartnerDocument(id, id, notes));
    }

    @Override
    public PartnerProblems problems() {
        return OfficeProblems.COMMON;
    }
}
