package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Hiding;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.CustomerTranslation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompanies;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompaniesResponse;

/**
 * Brings a customer: the bound company confirmed; else one found by external id, else by organisation number; else created
 * with our external id, by which it is found again.
 */
final class OfficeCustomers implements Delivery<Customer> {

    private final OfficeSettings settings;
    private final OfficeClient client;
    private final InstantSource clock;
    private final CustomerTranslation translation;
    private final CustomerSearch search;

    OfficeCustomers(OfficeSettings settings, OfficeClient client, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.translation = new CustomerTranslation(settings.rules());
        this.search = new CustomerSearch(new Companies(client));
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(Step.create(IdempotencyClass.C, settings.lateness()));
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation everything) {
        Instant begun = clock.instant();
        Customer ours = work.document();
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        Optional<String> bound = Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER));
        if (bound.isPresent()) {
            return settled(search.byId(ours, bound.get(), conversation))
                    .orElseGet(() -> new Rejected(gone(bound.get())));
        }
        return settled(there(ours, conversation)).orElseGet(() -> create(ours, begun, conversation));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation everything) {
        Customer ours = work.document();
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER))
                .map(bound -> search.byId(ours, bound, conversation))
                .orElseGet(() -> search.byExternalId(ours, translation.externalId(ours), conversation));
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation everything) {
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        Optional<Outcome> found = Optional.ofNullable(bound.get(SourceKey.CUSTOMER))
                .map(id -> settled(search.byId(ours, id, conversation))
                        .or(() -> Optional.<Outcome>of(new Rejected(gone(id)))))
                .orElseGet(() -> settled(there(ours, conversation)));
        if (found.isEmpty()) {
            Translation<Company> translated = translation.toCreate(ours);
            return translated instanceof Translation.Done<Company> done
                    ? new Rehearsal(done.notes(), List.of(), Optional.empty())
                    : new Rehearsal(
                            List.of(), ((Translation.Refused<Company>) translated).problems(), Optional.empty());
        }
        if (found.get() instanceof Delivered delivered) {
            String number = delivered.document().number();
            return new Rehearsal(
                    List.of("24SevenOffice has the customer as company " + number), List.of(), Optional.empty());
        }
        Problem problem = found.get().problem();
        return found.get() instanceof Rejected
                ? new Rehearsal(List.of(), List.of(problem), Optional.empty())
                : new Rehearsal(List.of(), List.of(), Optional.of(problem));
    }

    private Finding there(Customer ours, Conversation conversation) {
        Finding known = search.byExternalId(ours, translation.externalId(ours), conversation);
        return known instanceof Finding.Absent ? search.byRegistration(ours, conversation) : known;
    }

    private Outcome create(Customer ours, Instant begun, Conversation conversation) {
        Translation<Company> translated = translation.toCreate(ours);
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

    /** The outcome that a finding stands for; empty when there is nothing yet. */
    private static Optional<Outcome> settled(Finding finding) {
        if (finding instanceof Finding.Found found) {
            return Optional.of(new Delivered(found.document()));
        }
        if (finding instanceof Finding.Disagrees disagrees) {
            return Optional.of(new Rejected(disagrees.problem()));
        }
        return finding instanceof Finding.Unreachable unreachable
                ? Optional.of(unreachable.outcome())
                : Optional.empty();
    }

    private static Problem gone(String id) {
        return OfficeProblems.partner(
                        "customer-gone",
                        "Company " + id + " was here before and is gone from 24SevenOffice.",
                        "Restore the company in 24SevenOffice, or bind ours to another one.")
                .at("customer number");
    }
}
