package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Problem;
import org.jspecify.annotations.Nullable;

/** How a sound connector calls; each duty is a method of its own, so that a bad one can neglect it. */
class SoundClient {

    static final RateLimit LIMIT = new RateLimit("paper/1", 1000, Duration.ofMinutes(1));
    private static final Duration WAIT = Duration.ofSeconds(20);

    final Parts parts;
    private @Nullable Secret onTrial;

    SoundClient(Parts parts) {
        this.parts = parts;
    }

    Heard read(String path, Map<String, String> query, Conversation conversation) {
        return called("GET", path, query, conversation);
    }

    Heard write(String path, Map<String, String> form, Conversation conversation) {
        return called("POST", path, form, conversation);
    }

    private Heard called(String method, String path, Map<String, String> fields, Conversation conversation) {
        boolean write = method.equals("POST");
        try {
            Secret token = parts.hub().tokens().current();
            Optional<Reply> reply = exchange(method, path, fields, token, conversation);
            if (!refused(reply)) {
                if (write) {
                    onTrial = null;
                }
                return heard(reply, write);
            }
            return write ? refusedWrite(token) : readAgain(path, fields, token, conversation);
        } catch (LimitReachedException e) {
            return new Failed(noPermit(e));
        } catch (NoConsentException e) {
            return new Failed(noConsent(e));
        } catch (TokenUnavailableException e) {
            return new Failed(new Outcome.Retry(e.problem(), Optional.empty(), true));
        }
    }

    Heard readAgain(String path, Map<String, String> fields, Secret refused, Conversation conversation) {
        Secret other = parts.hub().tokens().insteadOf(refused);
        Optional<Reply> reply = exchange("GET", path, fields, other, conversation);
        return refused(reply) ? new Failed(new Outcome.Blocked(problem("token-refused"))) : heard(reply, false);
    }

    /** The token is renewed and the write left to another attempt. */
    Heard refusedWrite(Secret token) {
        if (token.equals(onTrial)) {
            return new Failed(new Outcome.Blocked(problem("token-refused")));
        }
        onTrial = parts.hub().tokens().insteadOf(token);
        return new Failed(new Outcome.Retry(problem("token-ended"), Optional.empty(), false));
    }

    private Optional<Reply> exchange(
            String method, String path, Map<String, String> fields, Secret token, Conversation conversation) {
        permit(method + " " + path);
        Optional<Reply> reply = sent(method, path, fields, token);
        conversation.heard(new Exchange(
                method + " " + path,
                shown(method, path, token),
                parts.hub().clock().instant(),
                Duration.ZERO,
                "",
                reply.map(said -> said.answer().status()).orElse(0),
                ""));
        return reply;
    }

    String shown(String method, String path, Secret token) {
        return path;
    }

    void permit(String operation) {
        parts.hub().permits().acquire(LIMIT);
    }

    Optional<Reply> sent(String method, String path, Map<String, String> fields, Secret token) {
        return parts.partner().send(method, path, fields, token.reveal());
    }

    private static boolean refused(Optional<Reply> reply) {
        return reply.filter(said -> !said.broken() && said.answer().status() == 401)
                .isPresent();
    }

    Heard heard(Optional<Reply> reply, boolean write) {
        if (reply.isEmpty()) {
            return new Failed(notSent(write));
        }
        Reply said = reply.get();
        if (said.cut()) {
            return new Failed(said.delay().isZero() ? lost(write) : silent(write));
        }
        List<String> lines = Arrays.asList(said.answer().body().split("\n", -1));
        if (said.answer().status() == 200) {
            return lines.get(lines.size() - 1).equals("end")
                    ? new Lines(lines.stream()
                            .limit(lines.size() - 1L)
                            .map(line -> Arrays.asList(line.split("\\|", -1)))
                            .toList())
                    : new Failed(unreadable(write));
        }
        if (said.answer().status() == 429) {
            exhausted();
            return new Failed(limited());
        }
        return new Failed(said.answer().status() == 400 ? rejected(lines.get(0)) : outOfOrder(write));
    }

    void exhausted() {
        parts.hub().permits().exhausted(LIMIT, WAIT);
    }

    Outcome limited() {
        return new Outcome.Retry(problem("limit"), Optional.of(WAIT), false);
    }

    Outcome noPermit(LimitReachedException limit) {
        return new Outcome.Retry(problem("no-permit"), Optional.of(limit.retryAfter()), false);
    }

    Outcome noConsent(NoConsentException refused) {
        return new Outcome.Blocked(refused.problem());
    }

    Outcome rejected(String words) {
        return new Outcome.Rejected(problem("refused").inWordsOfPartner(words));
    }

    Outcome notSent(boolean write) {
        return new Outcome.Retry(problem("away"), Optional.empty(), true);
    }

    /** Cut without an answer. */
    Outcome lost(boolean write) {
        return unknown(write);
    }

    /** No answer in time. */
    Outcome silent(boolean write) {
        return unknown(write);
    }

    Outcome unreadable(boolean write) {
        return unknown(write);
    }

    Outcome outOfOrder(boolean write) {
        return unknown(write);
    }

    static Outcome unknown(boolean write) {
        return write
                ? new Outcome.Uncertain(problem("silent"))
                : new Outcome.Retry(problem("silent"), Optional.empty(), true);
    }

    /** Asks the token service once. */
    Grant grant(String by, String value) {
        Optional<Reply> reply = asked(by, value);
        if (reply.isEmpty() || reply.get().broken()) {
            throw new TokenUnavailableException(problem("no-token"));
        }
        List<String> lines = Arrays.asList(reply.get().answer().body().split("\n", -1));
        int status = reply.get().answer().status();
        if (status != 200) {
            throw noToken(by, status);
        }
        String[] tokens = lines.get(0).split("\\|", -1);
        return new Grant(
                new Secret(tokens[0]),
                parts.hub().clock().instant().plus(Duration.ofHours(1)),
                Optional.of(tokens[1]).filter(token -> !token.isEmpty()).map(Secret::new),
                Optional.of(PaperPartner.TENANT));
    }

    RuntimeException noToken(String by, int status) {
        return status >= 500
                ? new TokenUnavailableException(problem("no-token"))
                : new NoConsentException(problem("no-consent"));
    }

    Optional<Reply> asked(String by, String value) {
        return parts.partner()
                .send(
                        "POST",
                        "/token",
                        Map.of(
                                "by",
                                by,
                                "value",
                                value,
                                "password",
                                parts.password().reveal()),
                        "");
    }

    static Problem problem(String cause) {
        return Problem.of("paper." + cause, Problem.Stage.PARTNER, "It is so: " + cause + ".", "Look at it.");
    }
}
