package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accountinghub.connectors.soap.SoapAnswer;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Credential;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.Login;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.LoginResponse;

/**
 * Logs in. Credentials that were refused are not tried again for a while, whoever asks: a user that fails to log in too
 * often may be locked out.
 */
final class OfficeLogin {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Pattern WHO = Pattern.compile(
            "identity|credential|password|username|application ?id|authenticat|access denied|locked|disabled",
            Pattern.CASE_INSENSITIVE);

    private final OfficeSettings settings;
    private final OfficeClient client;
    private final InstantSource clock;
    private Optional<Instant> refusedAt = Optional.empty();

    OfficeLogin(OfficeSettings settings, OfficeClient client, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    /** A session, which is asked for once and without any other call. */
    synchronized Grant logIn() {
        Instant now = clock.instant();
        if (refusedAt.filter(at -> now.isBefore(at.plus(QUIET))).isPresent()) {
            throw notAgainYet();
        }
        SoapAnswer<LoginResponse> answer = client.logIn(
                Operation.LOGIN, login(), List.of(settings.credentials().password()));
        if (answer instanceof SoapAnswer.Said<LoginResponse> said) {
            return granted(said.body(), now);
        }
        Hearing<LoginResponse> heard = Hearing.of(answer, Operation.LOGIN, false, now);
        if (heard instanceof Hearing.Limited<LoginResponse>) {
            throw new TokenUnavailableException(OfficeProblems.limit());
        }
        if (answer instanceof SoapAnswer.Faulted<LoginResponse> fault && saysNo(fault.words())) {
            refusedAt = Optional.of(now);
            throw refused(fault.words());
        }
        Problem why = heard instanceof Hearing.Ill<LoginResponse> ill
                ? ill.outcome().problem()
                : OfficeProblems.connection("login-failed", "24SevenOffice did not log the hub in.", "");
        throw new TokenUnavailableException(OfficeProblems.connection(
                "login-unanswered",
                "The hub could not log in at 24SevenOffice: " + why.reason(),
                "Wait: the hub tries again by itself."));
    }

    private Grant granted(LoginResponse answer, Instant now) {
        String session =
                answer.getLoginResult() == null ? "" : answer.getLoginResult().strip();
        if (session.isEmpty()) {
            refusedAt = Optional.of(now);
            throw refused("an empty answer");
        }
        refusedAt = Optional.empty();
        return new Grant(
                new Secret(session),
                now.plus(settings.session()),
                Optional.empty(),
                Optional.of(settings.credentials().identity()));
    }

    private Login login() {
        Credential credential = new Credential();
        credential.setApplicationId(settings.credentials().application());
        credential.setIdentityId(settings.credentials().identity());
        credential.setUsername(settings.credentials().username());
        credential.setPassword(settings.credentials().password().reveal());
        Login login = new Login();
        login.setCredential(credential);
        return login;
    }

    /** A fault about who logs in; any other may pass. */
    private static boolean saysNo(String words) {
        return WHO.matcher(words).find();
    }

    private static NoConsentException refused(String words) {
        return new NoConsentException(
                refusal("24SevenOffice does not log the hub's user in.").inWordsOfPartner(words));
    }

    private static NoConsentException notAgainYet() {
        return new NoConsentException(refusal(
                "24SevenOffice did not log the hub's user in a moment ago. The hub asks again when a minute is over,"
                        + " so that the user is not locked out."));
    }

    private static Problem refusal(String reason) {
        return OfficeProblems.connection(
                "credentials-refused",
                reason,
                "Check application id, username, password and identity of the connection; look whether the user is locked. "
                        + "Then try it: ./hub connections check NAME.");
    }
}
