package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.mappings.model.Customer;

/** Bad in how they know a customer again whom the partner gave the number. */
final class NumberedMutants {

    private NumberedMutants() {}

    static List<Mutant> all() {
        return List.of(
                numbered("would create it again at once", Repeating::new, "itsCreationIsSearchedForAndNotRepeated"),
                numbered(
                        "takes the newest of a name",
                        Newest::new,
                        "twoOfTheSameNameWithoutOrganisationNumberAreTwoAndEachIsFoundAgain"),
                numbered(
                        "takes the only one of a name",
                        Nameless::new,
                        "whoseAnswerWasLostIsNotTakenForOneOfTheSameName"),
                numbered("makes one who is there", Incurious::new, "oneThatIsThereWithTheOrganisationNumberIsBound"),
                numbered("takes the first of several", Hasty::new, "severalThereWithTheOrganisationNumberAreAProblem"),
                numbered("forgets what is bound", Forgetful::new, "oneThatIsBoundIsConfirmedAndNotMadeAgain"),
                numbered("takes a failed search for absence", Deaf::new, "aFailedSearchIsNotAbsence"));
    }

    private static Mutant numbered(String words, Function<SoundClient, SoundNumbered> customers, String rule) {
        return Mutant.of(
                words,
                Kits.Numbered.class,
                parts -> new SoundConnector(parts) {
                    @Override
                    Delivery<Customer> numberedCustomers() {
                        return customers.apply(client);
                    }
                },
                rule);
    }

    private static final class Repeating extends SoundNumbered {
        Repeating(SoundClient client) {
            super(client);
        }

        @Override
        public List<Step> steps(Customer customer) {
            return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
        }
    }

    private static final class Newest extends SoundNumbered {
        Newest(SoundClient client) {
            super(client);
        }

        @Override
        List<List<String>> ours(Customer customer, List<List<String>> named) {
            return named.size() > 1 ? named.subList(named.size() - 1, named.size()) : super.ours(customer, named);
        }
    }

    private static final class Nameless extends SoundNumbered {
        Nameless(SoundClient client) {
            super(client);
        }

        @Override
        List<List<String>> ours(Customer customer, List<List<String>> named) {
            return named.size() == 1 ? named : super.ours(customer, named);
        }
    }

    private static final class Incurious extends SoundNumbered {
        Incurious(SoundClient client) {
            super(client);
        }

        @Override
        Finding byRegistration(Customer ours, Conversation conversation) {
            Finding there = super.byRegistration(ours, conversation);
            return there instanceof Finding.Found ? new Finding.Absent() : there;
        }
    }

    private static final class Hasty extends SoundNumbered {
        Hasty(SoundClient client) {
            super(client);
        }

        @Override
        Finding one(List<String> hits) {
            return hits.isEmpty() ? new Finding.Absent() : new Finding.Found(document(hits.get(0)));
        }
    }

    private static final class Forgetful extends SoundNumbered {
        Forgetful(SoundClient client) {
            super(client);
        }

        @Override
        Optional<String> bound(Work<Customer> work) {
            return Optional.empty();
        }
    }

    private static final class Deaf extends SoundNumbered {
        Deaf(SoundClient client) {
            super(client);
        }

        @Override
        Finding failedSearch(Failed failed) {
            return failed.outcome().equals(SoundClient.unknown(false))
                    ? new Finding.Absent()
                    : super.failedSearch(failed);
        }
    }
}
