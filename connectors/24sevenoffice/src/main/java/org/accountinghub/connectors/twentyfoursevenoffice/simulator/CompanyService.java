package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.APIException;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfSyncCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanySearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanies;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompaniesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanySyncList;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanySyncListResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PageOfSyncCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompanies;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompaniesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SyncCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SyncSearchParameters;
import org.jspecify.annotations.Nullable;

/** The customer register: searched, paged through and written item by item. */
final class CompanyService {

    private static final int PAGE = 1000;

    private final Effects effects;

    CompanyService(Effects effects) {
        this.effects = effects;
    }

    Handled handle(OfficeCompany tenant, Object content, PartnerRequest request) {
        if (content instanceof GetCompanies get) {
            return Handled.reading(found(tenant, get));
        }
        if (content instanceof GetCompanySyncList list) {
            return Handled.reading(page(tenant, list));
        }
        if (content instanceof SaveCompanies save) {
            return saved(tenant, save, request);
        }
        throw SoapFault.client("Server was unable to read request.");
    }

    private static GetCompaniesResponse found(OfficeCompany tenant, GetCompanies get) {
        CompanySearchParameters search =
                Optional.ofNullable(get.getSearchParams()).orElseGet(CompanySearchParameters::new);
        Set<String> listed = get.getReturnProperties() == null
                ? Set.of()
                : new HashSet<>(get.getReturnProperties().getString());
        ArrayOfCompany companies = new ArrayOfCompany();
        tenant.companies.values().stream()
                .filter(company -> !tenant.deletedCompanies.contains(company.getId()))
                .filter(company -> matches(search, company))
                .forEach(company -> companies.getCompany().add(Listed.only(listed, copy(company))));
        GetCompaniesResponse answer = new GetCompaniesResponse();
        answer.setGetCompaniesResult(companies);
        return answer;
    }

    private static boolean matches(CompanySearchParameters search, Company company) {
        return equal(search.getExternalId(), company.getExternalId())
                && (search.getCompanyId() == null || search.getCompanyId().equals(company.getId()))
                && (search.getCompanyIds() == null
                        || search.getCompanyIds().getInt().contains(company.getId()))
                && contains(search.getCompanyName(), company.getName())
                && contains(digits(search.getOrganizationNumber()), digits(company.getOrganizationNumber()))
                && (search.getChangedAfter() == null || company.getDateChanged().isAfter(search.getChangedAfter()))
                && equal(search.getCompanyEmail(), email(company))
                && equal(search.getCompanyPhone(), phone(company));
    }

    private static @Nullable String email(Company company) {
        return company.getEmailAddresses() == null
                        || company.getEmailAddresses().getWork() == null
                ? null
                : company.getEmailAddresses().getWork().getValue();
    }

    private static @Nullable String phone(Company company) {
        return company.getPhoneNumbers() == null || company.getPhoneNumbers().getWork() == null
                ? null
                : company.getPhoneNumbers().getWork().getValue();
    }

    private static GetCompanySyncListResponse page(OfficeCompany tenant, GetCompanySyncList list) {
        SyncSearchParameters search = list.getSyncSearchParameters();
        List<Company> all = tenant.companies.values().stream()
                .filter(company -> search.isActive() == null
                        || search.isActive() != tenant.deletedCompanies.contains(company.getId()))
                .filter(company -> search.getChangedAfter() == null
                        || company.getDateChanged().isAfter(search.getChangedAfter()))
                .filter(company -> search.getRegisteredAfter() == null
                        || company.getDateCreated().isAfter(search.getRegisteredAfter()))
                .toList();
        int page = Math.max(1, search.getPage());
        ArrayOfSyncCompany items = new ArrayOfSyncCompany();
        all.stream().skip((page - 1L) * PAGE).limit(PAGE).forEach(company -> {
            SyncCompany item = new SyncCompany();
            item.setCompanyId(company.getId());
            item.setExternalId(company.getExternalId());
            item.setDateChanged(company.getDateChanged());
            item.setDateRegistered(company.getDateCreated());
            item.setActive(!tenant.deletedCompanies.contains(company.getId()));
            items.getSyncCompany().add(item);
        });
        PageOfSyncCompany result = new PageOfSyncCompany();
        result.setCurrentPage(page);
        result.setTotalPages((all.size() + PAGE - 1L) / PAGE);
        result.setTotalItems(all.size());
        result.setItemsPerPage(PAGE);
        result.setItems(items);
        GetCompanySyncListResponse answer = new GetCompanySyncListResponse();
        answer.setGetCompanySyncListResult(result);
        return answer;
    }

    private Handled saved(OfficeCompany tenant, SaveCompanies save, PartnerRequest request) {
        ArrayOfCompany results = new ArrayOfCompany();
        List<Runnable> commits = new ArrayList<>();
        String reference = "";
        for (Company sent : save.getCompanies().getCompany()) {
            Company result = copy(sent);
            reference = Optional.ofNullable(sent.getExternalId()).orElse("");
            try {
                commits.add(prepare(tenant, sent, result, request));
            } catch (ItemRefused refused) {
                result.setAPIException(told(refused));
            }
            results.getCompany().add(result);
        }
        SaveCompaniesResponse answer = new SaveCompaniesResponse();
        answer.setSaveCompaniesResult(results);
        return new Handled(
                answer,
                reference,
                commits.isEmpty() ? Optional.empty() : Optional.of(() -> commits.forEach(Runnable::run)));
    }

    /** Checks one, gives its answer the id, and says what then happens. */
    Runnable prepare(OfficeCompany tenant, Company sent, Company result, PartnerRequest request) {
        Company there = tenant.companies.get(Optional.ofNullable(sent.getId()).orElse(0));
        boolean ownId = sent.getExplicitlySpecifyNewCompanyId() != null
                && Boolean.TRUE.equals(sent.getExplicitlySpecifyNewCompanyId().getValue());
        if (ownId && there != null) {
            throw ItemRefused.argument("Company with id " + sent.getId() + " already exists");
        }
        if (sent.getId() != null && there == null && !ownId) {
            throw ItemRefused.argument("Company with id " + sent.getId() + " does not exist");
        }
        if (there == null && blank(sent.getName())) {
            throw ItemRefused.argument("Name is required");
        }
        ItemRefused.unlessFits(sent.getName(), 200);
        ItemRefused.unlessFits(sent.getOrganizationNumber(), 20);
        int id = sent.getId() == null ? tenant.nextCompany() : sent.getId();
        result.setId(id);
        LocalDateTime now = OfficeCompany.moment(request.at());
        return () -> {
            Company kept = Listed.without(tenant.neverTaken(), copy(sent));
            Company before = tenant.companies.get(id);
            if (before != null && tenant.savesKeep()) {
                Merged.over(before, kept);
            }
            kept.setId(id);
            kept.setExplicitlySpecifyNewCompanyId(null);
            kept.setDateCreated(before == null ? now : before.getDateCreated());
            kept.setDateChanged(now);
            tenant.companies.put(id, kept);
            effects.customer(tenant, before == null ? Action.CREATED : Action.UPDATED, kept, request.id());
        };
    }

    static Company copy(Company company) {
        SaveCompanies holder = new SaveCompanies();
        holder.setCompanies(new ArrayOfCompany());
        holder.getCompanies().getCompany().add(company);
        return Soap.copy(Contract.COMPANY, holder).getCompanies().getCompany().get(0);
    }

    private static APIException told(ItemRefused refused) {
        APIException exception = new APIException();
        exception.setType(refused.type());
        exception.setMessage(refused.words());
        exception.setStackTrace("   at TFSO.CompanyService.SaveCompanies(Company[] companies)");
        return exception;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean equal(@Nullable String searched, @Nullable String value) {
        return searched == null
                || searched.isBlank()
                || searched.equalsIgnoreCase(Objects.requireNonNullElse(value, ""));
    }

    private static boolean contains(@Nullable String searched, @Nullable String value) {
        return searched == null
                || searched.isBlank()
                || Objects.requireNonNullElse(value, "")
                        .toLowerCase(Locale.ROOT)
                        .contains(searched.toLowerCase(Locale.ROOT));
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }
}
