package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;

/** Bad in whom they take for our customer. */
final class CustomerMutants {

    private CustomerMutants() {}

    static List<Mutant> all() {
        return List.of(
                customers(
                        "never finds a person again",
                        Impersonal::new,
                        "aPrivateCustomersNumberReachesThePartnerAndNothingElse"),
                customers("wants the name to be the same, too", Pedantic::new, "oneThatIsThereUnderTheNumberIsBound"),
                customers(
                        "binds nobody without a number",
                        Bureaucrat::new,
                        "oneThatIsThereUnderTheNumberWithoutOrganisationNumberIsBoundByName"),
                customers("overlooks another organisation number", Blind::new, "anotherOneUnderTheNumberIsAProblem"),
                customers(
                        "binds whoever has no organisation number",
                        Trusting::new,
                        "oneWithAnotherNameAndNoOrganisationNumberUnderTheNumberIsAProblem"),
                customers(
                        "makes one who is there under another number",
                        Ignorant::new,
                        "oneThatIsThereUnderAnotherNumberIsBoundByOrganisationNumberInEitherSpelling"),
                customers(
                        "takes any hit of a search", Generous::new, "aHitThatOnlyContainsTheOrganisationNumberIsNone"),
                customers("takes the first of several", Hasty::new, "severalWithTheOrganisationNumberAreAProblem"),
                Mutant.of("makes everybody anew", Kits.Customers.class, Doubling::new, "bringingOneTwiceMakesOne"));
    }

    private static Mutant customers(String words, Function<SoundClient, SoundCustomers> customers, String rule) {
        return Mutant.of(words, Kits.Customers.class, Mutant.customers(customers), rule);
    }

    private static final class Impersonal extends SoundCustomers {
        Impersonal(SoundClient client) {
            super(client);
        }

        @Override
        Finding byNumber(Customer ours, Conversation conversation) {
            return ours.type() == Customer.Type.PRIVATE ? new Finding.Absent() : super.byNumber(ours, conversation);
        }
    }

    private static final class Pedantic extends SoundCustomers {
        Pedantic(SoundClient client) {
            super(client);
        }

        @Override
        boolean same(Customer ours, String name, String registration) {
            return super.same(ours, name, registration)
                    && SameCustomer.agrees(ours, Optional.of(name), Optional.empty());
        }
    }

    private static final class Bureaucrat extends SoundCustomers {
        Bureaucrat(SoundClient client) {
            super(client);
        }

        @Override
        boolean same(Customer ours, String name, String registration) {
            return !registration.isEmpty() && super.same(ours, name, registration);
        }
    }

    private static final class Blind extends SoundCustomers {
        Blind(SoundClient client) {
            super(client);
        }

        @Override
        boolean same(Customer ours, String name, String registration) {
            return !registration.isEmpty() || super.same(ours, name, registration);
        }
    }

    private static final class Trusting extends SoundCustomers {
        Trusting(SoundClient client) {
            super(client);
        }

        @Override
        boolean same(Customer ours, String name, String registration) {
            return registration.isEmpty() || super.same(ours, name, registration);
        }
    }

    private static final class Ignorant extends SoundCustomers {
        Ignorant(SoundClient client) {
            super(client);
        }

        @Override
        Finding one(List<String> hits) {
            return hits.size() == 1 ? new Finding.Absent() : super.one(hits);
        }
    }

    private static final class Generous extends SoundCustomers {
        Generous(SoundClient client) {
            super(client);
        }

        @Override
        boolean hit(Customer ours, String registration) {
            String digits = ours.registration().map(RegistrationNumber::digits).orElse("-");
            return registration.replace("-", "").contains(digits);
        }
    }

    private static final class Hasty extends SoundCustomers {
        Hasty(SoundClient client) {
            super(client);
        }

        @Override
        Finding one(List<String> hits) {
            return hits.isEmpty() ? new Finding.Absent() : new Finding.Found(document(hits.get(0)));
        }
    }

    /** Once it has brought somebody, it brings everybody under a number of its own. */
    private static final class Doubling extends SoundConnector {
        private boolean brought;

        Doubling(SoundFactory.Parts parts) {
            super(parts);
        }

        @Override
        public SoundCustomers customers() {
            return new SoundCustomers(client) {
                @Override
                public Outcome perform(Work<Customer> work, Conversation conversation) {
                    if (brought) {
                        client.write(
                                "/customers",
                                Map.of(
                                        "number",
                                        "again",
                                        "name",
                                        work.document().name()),
                                conversation);
                    }
                    Outcome outcome = super.perform(work, conversation);
                    brought = outcome instanceof Outcome.Delivered;
                    return outcome;
                }
            };
        }
    }
}
