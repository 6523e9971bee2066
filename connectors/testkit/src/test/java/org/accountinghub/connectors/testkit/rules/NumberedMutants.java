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
                        "knows customers by their names",
                        Nameless::new,
                        "twoOfTheSameNameWithoutOrganisationNumberAreTwoAndEachIsFoundAgain",
                        "whoseAnswerWasLostIsNotTakenForOneOfTheSameName"),
                numbered(
                        "does not look for the organisation number",
                        Incurious::new,
                        "oneThatIsThereWithTheOrganisationNumberIsBound",
                        "severalThereWithTheOrganisationNumberAreAProblem"),
                numbered("forgets what is bound", Forgetful::new, "oneThatIsBoundIsConfirmedAndNotMadeAgain"),
                numbered(
                        "takes a failed search for absence",
                        Deaf::new,
                        "aFailedSearchIsNotAbsence",
                        "aPartnerThatIsAwayIsTriedAgain"));
    }

    private static Mutant numbered(String words, Function<SoundClient, SoundNumbered> customers, String... rules) {
        return Mutant.of(
                words,
                Kits.Numbered.class,
                parts -> new SoundConnector(parts) {
                    @Override
                    Delivery<Customer> numberedCustomers() {
                        return customers.apply(client);
                    }
                },
                rules);
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

    private static final class Nameless extends SoundNumbered {
        Nameless(SoundClient client) {
            super(client);
        }

        @Override
        boolean isMarked(Customer ours, String mark) {
            return true;
        }
    }

    private static final class Incurious extends SoundNumbered {
        Incurious(SoundClient client) {
            super(client);
        }

        @Override
        Finding byRegistration(Customer ours, Conversation conversation) {
            return new Finding.Absent();
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
            return new Finding.Absent();
        }
    }
}
