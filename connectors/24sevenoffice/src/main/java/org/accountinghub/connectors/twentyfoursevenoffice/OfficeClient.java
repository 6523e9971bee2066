package org.accountinghub.connectors.twentyfoursevenoffice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.http.ApiClient;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.TokenTrial;
import org.accountinghub.connectors.soap.SoapAnswer;
import org.accountinghub.connectors.soap.SoapCall;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.twentyfoursevenoffice.Hearing.Ill;
import org.accountinghub.connectors.twentyfoursevenoffice.Hearing.Limited;
import org.accountinghub.connectors.twentyfoursevenoffice.Hearing.SessionGone;
import org.accountinghub.connectors.twentyfoursevenoffice.Hearing.Well;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.HasSession;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.HasSessionResponse;

/** Calls of 24SevenOffice's services: a permit and a session for each, one request each, every failure an outcome. */
final class OfficeClient {

    private static final String COOKIE = "ASP.NET_SessionId";

    private final OfficeSettings settings;
    private final HubServices hub;
    private final RawClient http;
    private final TokenTrial trial;

    OfficeClient(OfficeSettings settings, HubServices hub) {
        this.settings = settings;
        this.hub = hub;
        this.http = new RawClient(settings.addresses(), settings.timeout(), hub.clock());
        this.trial = new TokenTrial(hub.tokens());
    }

    /** Reads; once more, visibly, in a new session when the old one is gone. */
    <T> Reply<T> read(Operation<T> operation, Object content, Conversation conversation) {
        try {
            Secret session = hub.tokens().current();
            Hearing<T> heard = within(session, operation, content, false, conversation);
            if (gone(heard, session, conversation)) {
                Secret other = hub.tokens().insteadOf(session);
                heard = within(other, operation, content, false, conversation);
            }
            return heard instanceof SessionGone<T> ? new Failed<>(OfficeProblems.newSessionRefused()) : reply(heard);
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(OfficeProblems.COMMON.notCalled(e));
        }
    }

    /**
     * One write, one request. A session that is gone is replaced and the write left to another attempt.
     *
     * @param begun when the step began: after {@link ApiClient#WRITE_WITHIN} nothing is written, since the hub may have given the
     *     step up by then
     */
    <T> Reply<T> write(Operation<T> operation, Object content, Instant begun, Conversation conversation) {
        try {
            Secret session = hub.tokens().current();
            hub.permits().acquire(settings.limit());
            if (hub.clock().instant().isAfter(begun.plus(ApiClient.WRITE_WITHIN))) {
                return new Failed<>(OfficeProblems.COMMON.tooSlow());
            }
            Hearing<T> heard = exchange(session, operation, content, true, conversation);
            return switch (trial.wrote(session, heard instanceof SessionGone<T>)) {
                case GOOD -> reply(heard);
                case REPLACED -> new Failed<>(OfficeProblems.sessionEnded());
                case REFUSED_AGAIN -> new Failed<>(OfficeProblems.newSessionRefused());
            };
        } catch (LimitReachedException | NoConsentException | TokenUnavailableException e) {
            return new Failed<>(OfficeProblems.COMMON.notCalled(e));
        }
    }

    /** Without a session and without a permit: logging in. */
    <T> SoapAnswer<T> logIn(Operation<T> operation, Object content, List<Secret> secrets) {
        SoapCall call =
                new SoapCall(operation.title(), address(operation), operation.name(), content, Map.of(), secrets);
        return operation.client().call(http, call, operation.answer(), Conversation.UNHEARD);
    }

    /** Whether the session is good; one that is not is replaced. */
    Reply<Boolean> lookAtSession(Conversation conversation) {
        return read(Operation.HAS_SESSION, new HasSession(), conversation).then(answer -> {
            if (!answer.isHasSessionResult()) {
                try {
                    hub.tokens().insteadOf(hub.tokens().current());
                } catch (NoConsentException | TokenUnavailableException e) {
                    return new Failed<>(OfficeProblems.COMMON.notCalled(e));
                }
            }
            return new Said<>(true);
        });
    }

    /** A fault that says nothing we know may be the session: 24SevenOffice is asked. */
    private boolean gone(Hearing<?> heard, Secret session, Conversation conversation) {
        if (!(heard instanceof Ill<?> ill) || !ill.strange()) {
            return heard instanceof SessionGone<?>;
        }
        Hearing<HasSessionResponse> asked =
                within(session, Operation.HAS_SESSION, new HasSession(), false, conversation);
        return asked instanceof SessionGone<HasSessionResponse>
                || (asked instanceof Well<HasSessionResponse> well
                        && !well.body().isHasSessionResult());
    }

    private <T> Hearing<T> within(
            Secret session, Operation<T> operation, Object content, boolean write, Conversation conversation) {
        hub.permits().acquire(settings.limit());
        return exchange(session, operation, content, write, conversation);
    }

    private <T> Hearing<T> exchange(
            Secret session, Operation<T> operation, Object content, boolean write, Conversation conversation) {
        SoapCall call = new SoapCall(
                        operation.title(), address(operation), operation.name(), content, Map.of(), List.of())
                .inSession(COOKIE, session);
        SoapAnswer<T> answer = operation.client().call(http, call, operation.answer(), conversation);
        Hearing<T> heard = Hearing.of(answer, operation, write, hub.clock().instant());
        if (heard instanceof Limited<T> limited) {
            hub.permits().exhausted(settings.limit(), limited.pause());
        }
        return heard;
    }

    private URI address(Operation<?> operation) {
        return URI.create(settings.base() + operation.service().path());
    }

    private static <T> Reply<T> reply(Hearing<T> heard) {
        if (heard instanceof Well<T> well) {
            return new Said<>(well.body());
        }
        return new Failed<>(
                heard instanceof Limited<T> limited
                        ? OfficeProblems.limited(limited.pause(), limited.words())
                        : ((Ill<T>) heard).outcome());
    }
}
