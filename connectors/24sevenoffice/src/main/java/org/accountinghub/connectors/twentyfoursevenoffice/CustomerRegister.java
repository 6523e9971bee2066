package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.HiddenPersons;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules;
import org.accountinghub.mappings.twentyfoursevenoffice.RegisterReading;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanySyncList;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PageOfSyncCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SyncCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SyncSearchParameters;
import org.jspecify.annotations.Nullable;

/**
 * The companies, as their sync list tells them: a thousand a page, then read by their ids. A deleted one stays in the list
 * as inactive and cannot be read any more.
 */
final class CustomerRegister implements RegisterSource {

    /** A Norwegian company's number has nine digits. */
    static final HiddenPersons PERSONS =
            HiddenPersons.inXml("OrganizationNumber").showing("[89]\\d{8}");

    /** Pages of deleted companies that are looked through for one. */
    private static final int MOST_PAGES = 50;

    private static final Set<RegisterField> FIELDS = Stream.concat(
                    RegisterReading.CUSTOMER_FIELDS.stream(), Stream.of(RegisterField.CUSTOMER_ACTIVE))
            .collect(Collectors.toUnmodifiableSet());

    private final OfficeClient client;
    private final OfficeRules rules;
    private final Companies companies;

    CustomerRegister(OfficeClient client, OfficeRules rules) {
        this.client = client;
        this.rules = rules;
        this.companies = new Companies(client);
    }

    @Override
    public Set<RegisterField> fields() {
        return FIELDS;
    }

    @Override
    public Duration overlap() {
        return Papers.OVERLAP;
    }

    @Override
    public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation everything) {
        Conversation conversation = PERSONS.of(everything);
        int number = page.map(Integer::valueOf).orElse(1);
        return synced(since, number, null, conversation)
                .then(listed -> whole(items(listed), conversation)
                        .map(records -> new Page(
                                records,
                                listed.getTotalPages() > number
                                        ? Optional.of(String.valueOf(number + 1))
                                        : Optional.empty(),
                                OptionalLong.of(listed.getTotalItems()))))
                .answer();
    }

    @Override
    public Answer<Optional<There>> read(String id, Conversation everything) {
        Conversation conversation = PERSONS.of(everything);
        return companies
                .withId(id, conversation)
                .then(found ->
                        found.isPresent() ? new Said<>(Optional.of(there(found.get()))) : deleted(id, conversation))
                .answer();
    }

    /** What cannot be read is there no more, or was deleted. */
    private Reply<Optional<There>> deleted(String id, Conversation conversation) {
        for (int number = 1; number <= MOST_PAGES; number++) {
            Reply<PageOfSyncCompany> reply = synced(Optional.empty(), number, false, conversation);
            if (!(reply instanceof Said<PageOfSyncCompany> said)) {
                return new Failed<>(((Failed<PageOfSyncCompany>) reply).outcome());
            }
            Optional<There> found = items(said.body()).stream()
                    .filter(item -> String.valueOf(item.getCompanyId()).equals(id))
                    .map(CustomerRegister::gone)
                    .findFirst();
            if (found.isPresent() || said.body().getTotalPages() <= number) {
                return new Said<>(found);
            }
        }
        return new Said<>(Optional.empty());
    }

    private Reply<PageOfSyncCompany> synced(
            Optional<Instant> since, int number, @Nullable Boolean active, Conversation conversation) {
        SyncSearchParameters search = new SyncSearchParameters();
        search.setPage(number);
        search.setActive(active);
        // "after" is taken for strictly later, by the second
        since.map(from -> LocalDateTime.ofInstant(from, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .minusSeconds(1))
                .ifPresent(search::setChangedAfter);
        GetCompanySyncList content = new GetCompanySyncList();
        content.setSyncSearchParameters(search);
        return client.read(Operation.GET_COMPANY_SYNC_LIST, content, conversation)
                .then(answer -> answer.getGetCompanySyncListResult() == null
                        ? new Failed<>(OfficeProblems.unreadable("it holds no list", false))
                        : new Said<>(answer.getGetCompanySyncListResult()));
    }

    private Reply<List<There>> whole(List<SyncCompany> items, Conversation conversation) {
        List<Integer> ids = items.stream()
                .filter(SyncCompany::isActive)
                .map(SyncCompany::getCompanyId)
                .toList();
        Reply<List<Company>> found = ids.isEmpty() ? new Said<>(List.of()) : companies.withIds(ids, conversation);
        return found.map(whole -> {
            Map<Integer, Company> byId =
                    whole.stream().collect(Collectors.toMap(Company::getId, Function.identity(), (one, other) -> one));
            List<There> records = new ArrayList<>();
            for (SyncCompany item : items) {
                Company company = byId.get(item.getCompanyId());
                records.add(company == null ? gone(item) : there(company));
            }
            return records;
        });
    }

    private There there(Company company) {
        return new There(
                String.valueOf(company.getId()),
                RegisterReading.customer(company, rules).with(Map.of(RegisterField.CUSTOMER_ACTIVE, "true")));
    }

    private static There gone(SyncCompany item) {
        String id = String.valueOf(item.getCompanyId());
        String number = Optional.ofNullable(item.getExternalId())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(id);
        return new There(
                id, new RegisterRecord(Register.CUSTOMERS, number, Map.of(RegisterField.CUSTOMER_ACTIVE, "false")));
    }

    private static List<SyncCompany> items(PageOfSyncCompany page) {
        return page.getItems() == null
                ? List.of()
                : page.getItems().getSyncCompany().stream()
                        .filter(Objects::nonNull)
                        .toList();
    }
}
