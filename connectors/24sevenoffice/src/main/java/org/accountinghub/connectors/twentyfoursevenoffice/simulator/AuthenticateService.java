package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Client;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Credential;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.GetIdentity;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.GetIdentityResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.HasSession;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.HasSessionResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Identity;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Login;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.LoginResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.User;
import org.jspecify.annotations.Nullable;

/** Login and sessions. Wrong credentials are answered with an empty session id and HTTP 200. */
final class AuthenticateService {

    private static final String NO_IDENTITY = "00000000-0000-0000-0000-000000000000";
    private static final String BLOCKED =
            "Provided IdentityId is blocked. Please use GetIdentitiesWithCredential to get a list of available"
                    + " Identities and reauthenticate with a valid IdentityId";

    private final Sessions sessions;
    private final Map<String, OfficeCompany> companies;

    AuthenticateService(Sessions sessions, Map<String, OfficeCompany> companies) {
        this.sessions = sessions;
        this.companies = companies;
    }

    Handled handle(Object content, Optional<String> tenant, PartnerRequest request) {
        if (content instanceof Login login) {
            LoginResponse answer = new LoginResponse();
            answer.setLoginResult(login(login.getCredential(), request));
            return Handled.reading(answer);
        }
        if (content instanceof HasSession) {
            HasSessionResponse answer = new HasSessionResponse();
            answer.setHasSessionResult(tenant.isPresent());
            return Handled.reading(answer);
        }
        if (content instanceof GetIdentity) {
            OfficeCompany company = Optional.ofNullable(companies.get(tenant.orElseThrow(SoapFault::notAuthenticated)))
                    .orElseThrow();
            GetIdentityResponse answer = new GetIdentityResponse();
            answer.setGetIdentityResult(identity(company));
            return Handled.reading(answer);
        }
        throw SoapFault.client("Server was unable to read request.");
    }

    /** The tenant that credentials are for, where their identity says it. */
    Optional<OfficeCompany> meant(Object content) {
        return content instanceof Login login && login.getCredential() != null
                ? company(login.getCredential())
                : Optional.empty();
    }

    private String login(@Nullable Credential credential, PartnerRequest request) {
        if (credential == null
                || !OfficeSimulator.APPLICATION_ID.equalsIgnoreCase(credential.getApplicationId())
                || !OfficeSimulator.USERNAME.equals(credential.getUsername())
                || !OfficeSimulator.PASSWORD.equals(credential.getPassword())) {
            return "";
        }
        OfficeCompany company = company(credential).orElseThrow(() -> SoapFault.server(BLOCKED));
        return company.consent() ? sessions.open(company.id(), request.at()) : "";
    }

    /** Without an identity it is the user's first company. */
    private Optional<OfficeCompany> company(Credential credential) {
        String identity = Optional.ofNullable(credential.getIdentityId()).orElse(NO_IDENTITY);
        return companies.values().stream()
                .filter(company ->
                        identity.equals(NO_IDENTITY) || company.identity().equalsIgnoreCase(identity))
                .findFirst();
    }

    private static Identity identity(OfficeCompany company) {
        Client client = new Client();
        client.setId(Long.parseLong(company.id()));
        client.setName(company.name());
        User user = new User();
        user.setName("Simulated User");
        user.setEmployeeId(1);
        Identity identity = new Identity();
        identity.setId(company.identity());
        identity.setUser(user);
        identity.setClient(client);
        identity.setIsCurrent(true);
        identity.setIsDefault(true);
        return identity;
    }
}
