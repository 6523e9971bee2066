package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Customer;

/** Bad in how they write, whatever they write. */
final class WriteMutants {

    private WriteMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "forgets what it searched for",
                        Kits.Customers.class,
                        Forgetful::new,
                        "itIsCreatedOnceAndFoundAgain"),
                client(
                        "takes a cut after the commit for a refusal",
                        TakesCommitForNothing::new,
                        "anAnswerLostAfterTheCommitIsUncertainAndFound"),
                client(
                        "takes a cut before the commit for a refusal",
                        TakesCutForNothing::new,
                        "aCallThatWasNotCarriedOutIsUncertainAndAbsent"),
                client("takes a late commit for none", TakesLateForNothing::new, "aLateCommitIsFoundWhenItHasHappened"),
                client("takes silence for a refusal", TakesSilenceForNothing::new, "silenceIsUncertain"),
                Mutant.of(
                        "takes silence about an invoice for a refusal",
                        Kits.Invoices.class,
                        Mutant.calling(TakesSilenceForNothing::new),
                        "silenceIsUncertain"),
                client(
                        "takes an error of the partner for a refusal",
                        TakesErrorsForNothing::new,
                        "anErrorOfThePartnerIsUncertainWhetherItCommittedOrNot"),
                client(
                        "takes half an answer for a refusal",
                        TakesHalvesForNothing::new,
                        "anAnswerThatEndsInTheMiddleIsUncertain"),
                client(
                        "keeps the partner's words to itself",
                        Wordless::new,
                        "aRefusalIsAProblemInThePartnersWordsAndNothingIsMade"),
                client(
                        "tells nobody that the limit is reached",
                        Secretive::new,
                        "aReachedLimitIsWaitedForAndSpendsNoAttempt"),
                client(
                        "blames the document for the limit",
                        BlamesTheDocument::new,
                        "withoutAPermitNothingIsSentAndNoAttemptSpent"),
                client("searches without a permit", Unpermitted::new, "everyRequestHasAPermit"),
                client(
                        "blames the document for the token",
                        BlamesForToken::new,
                        "aRefusedTokenIsRenewedAndTheWriteIsNotSentAgainInTheSameAttempt"),
                client(
                        "hopes for a better token for ever",
                        Hopeful::new,
                        "newTokensThatAreRefusedTooBlockTheConnection"),
                client("waits for a revoked consent to come back", Patient::new, "aRevokedConsentBlocksTheConnection"),
                client("blocks when nobody is there", Offended::new, "aPartnerThatIsAwayIsTriedAgain"));
    }

    private static Mutant client(String words, Function<Parts, SoundClient> client, String rule) {
        return Mutant.of(words, Kits.Customers.class, Mutant.calling(client), rule);
    }

    private static Outcome retry() {
        return new Outcome.Retry(SoundClient.problem("again"), Optional.empty(), true);
    }

    /** After a search that found nothing it tells another number than the customer got. */
    private static final class Forgetful extends SoundConnector {
        private boolean searched;

        Forgetful(Parts parts) {
            super(parts);
        }

        @Override
        public SoundCustomers customers() {
            return new SoundCustomers(client) {
                @Override
                public Finding find(Work<Customer> work, Conversation conversation) {
                    Finding finding = super.find(work, conversation);
                    searched = finding instanceof Finding.Absent;
                    return finding;
                }

                @Override
                Outcome create(Customer ours, Conversation conversation) {
                    Outcome outcome = super.create(ours, conversation);
                    return searched && outcome instanceof Outcome.Delivered
                            ? new Outcome.Delivered(document("4711"))
                            : outcome;
                }
            };
        }
    }

    private static class TakesCommitForNothing extends SoundClient {
        TakesCommitForNothing(Parts parts) {
            super(parts);
        }

        boolean made() {
            return parts.partner().book().effects().stream().anyMatch(effect -> effect.action() == Action.CREATED);
        }

        @Override
        Outcome lost(boolean write) {
            return made() ? retry() : super.lost(write);
        }
    }

    private static final class TakesCutForNothing extends TakesCommitForNothing {
        TakesCutForNothing(Parts parts) {
            super(parts);
        }

        @Override
        Outcome lost(boolean write) {
            return made() || parts.partner().lateCommits() > 0 ? unknown(write) : retry();
        }
    }

    private static final class TakesLateForNothing extends SoundClient {
        TakesLateForNothing(Parts parts) {
            super(parts);
        }

        @Override
        Outcome lost(boolean write) {
            return parts.partner().lateCommits() > 0 ? retry() : super.lost(write);
        }
    }

    private static final class TakesSilenceForNothing extends SoundClient {
        TakesSilenceForNothing(Parts parts) {
            super(parts);
        }

        @Override
        Outcome silent(boolean write) {
            return retry();
        }
    }

    private static final class TakesErrorsForNothing extends SoundClient {
        TakesErrorsForNothing(Parts parts) {
            super(parts);
        }

        @Override
        Outcome outOfOrder(boolean write) {
            return retry();
        }
    }

    private static final class TakesHalvesForNothing extends SoundClient {
        TakesHalvesForNothing(Parts parts) {
            super(parts);
        }

        @Override
        Outcome unreadable(boolean write) {
            return retry();
        }
    }

    private static final class Wordless extends SoundClient {
        Wordless(Parts parts) {
            super(parts);
        }

        @Override
        Outcome rejected(String words) {
            return new Outcome.Rejected(problem("refused"));
        }
    }

    private static final class Secretive extends SoundClient {
        Secretive(Parts parts) {
            super(parts);
        }

        @Override
        void exhausted() {}
    }

    private static final class BlamesTheDocument extends SoundClient {
        BlamesTheDocument(Parts parts) {
            super(parts);
        }

        @Override
        Outcome noPermit(LimitReachedException limit) {
            return new Outcome.Retry(problem("limit"), Optional.of(limit.retryAfter()), true);
        }
    }

    private static final class Unpermitted extends SoundClient {
        Unpermitted(Parts parts) {
            super(parts);
        }

        @Override
        void permit(String operation) {
            if (!operation.equals("GET /customers")) {
                super.permit(operation);
            }
        }
    }

    private static final class BlamesForToken extends SoundClient {
        BlamesForToken(Parts parts) {
            super(parts);
        }

        @Override
        Heard refusedWrite(Secret token) {
            Heard heard = super.refusedWrite(token);
            return heard instanceof Failed failed && failed.outcome() instanceof Outcome.Retry
                    ? new Failed(retry())
                    : heard;
        }
    }

    private static final class Hopeful extends SoundClient {
        Hopeful(Parts parts) {
            super(parts);
        }

        @Override
        Heard refusedWrite(Secret token) {
            parts.hub().tokens().insteadOf(token);
            return new Failed(new Outcome.Retry(problem("token-ended"), Optional.empty(), false));
        }
    }

    private static final class Patient extends SoundClient {
        Patient(Parts parts) {
            super(parts);
        }

        @Override
        Outcome noConsent(NoConsentException refused) {
            return retry();
        }
    }

    private static final class Offended extends SoundClient {
        Offended(Parts parts) {
            super(parts);
        }

        @Override
        Outcome notSent(boolean write) {
            return new Outcome.Blocked(problem("away"));
        }
    }
}
