package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.twentyfoursevenoffice.ReturnProperties;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfInt;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfString;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanySearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanies;

/** Searches for companies, with all that is read of them. */
final class Companies {

    private final OfficeClient client;

    Companies(OfficeClient client) {
        this.client = client;
    }

    Reply<List<Company>> withExternalId(String externalId, Conversation conversation) {
        CompanySearchParameters search = new CompanySearchParameters();
        search.setExternalId(externalId);
        return search(search, ReturnProperties.COMPANY, conversation);
    }

    Reply<List<Company>> withOrganizationNumber(String number, Conversation conversation) {
        CompanySearchParameters search = new CompanySearchParameters();
        search.setOrganizationNumber(number);
        return search(search, ReturnProperties.COMPANY, conversation);
    }

    Reply<List<Company>> withIds(List<Integer> ids, Conversation conversation) {
        return withIds(ids, ReturnProperties.COMPANY, conversation);
    }

    private Reply<List<Company>> withIds(List<Integer> ids, List<String> properties, Conversation conversation) {
        ArrayOfInt wanted = new ArrayOfInt();
        wanted.getInt().addAll(ids);
        CompanySearchParameters search = new CompanySearchParameters();
        search.setCompanyIds(wanted);
        return search(search, properties, conversation)
                .map(found -> found.stream()
                        .filter(company -> ids.contains(company.getId()))
                        .toList());
    }

    /** The company with exactly this id. */
    Reply<Optional<Company>> withId(String id, Conversation conversation) {
        return withId(id, ReturnProperties.COMPANY, conversation);
    }

    /** The same with all that the service keeps of it. */
    Reply<Optional<Company>> whole(String id, Conversation conversation) {
        return withId(id, ReturnProperties.COMPANY_WHOLE, conversation);
    }

    private Reply<Optional<Company>> withId(String id, List<String> properties, Conversation conversation) {
        if (!id.matches("\\d{1,9}")) {
            return new Reply.Said<>(Optional.empty());
        }
        return withIds(List.of(Integer.valueOf(id)), properties, conversation)
                .map(found -> found.stream().findFirst());
    }

    private Reply<List<Company>> search(
            CompanySearchParameters search, List<String> wanted, Conversation conversation) {
        ArrayOfString properties = new ArrayOfString();
        properties.getString().addAll(wanted);
        GetCompanies content = new GetCompanies();
        content.setSearchParams(search);
        content.setReturnProperties(properties);
        return client.read(Operation.GET_COMPANIES, content, conversation)
                .map(answer -> answer.getGetCompaniesResult() == null
                        ? List.<Company>of()
                        : answer.getGetCompaniesResult().getCompany().stream()
                                .filter(Objects::nonNull)
                                .toList());
    }
}
