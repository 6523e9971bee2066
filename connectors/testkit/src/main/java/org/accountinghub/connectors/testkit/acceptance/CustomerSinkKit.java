package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Customers: bound to one that is there and ours, or created; never a second one. */
@Execution(ExecutionMode.CONCURRENT)
@Proves(CustomerSink.class)
public abstract class CustomerSinkKit extends CustomerWriteKit {

    @Test
    final void aPrivateCustomersNumberReachesThePartnerAndNothingElse() {
        assertThat(trial().bring(Documents.person())).isInstanceOf(Outcome.Delivered.class);
        assertThat(trial().lookFor(Documents.person())).isInstanceOf(Finding.Found.class);
        assertThat(created(Customer.class)).hasSize(1);
    }

    @Test
    final void oneThatIsThereUnderTheNumberIsBound() {
        add(Documents.business().number(), "Another spelling AB", "5560360793");

        assertNumber(bring(), Documents.business().number());
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void oneThatIsThereUnderTheNumberWithoutOrganisationNumberIsBoundByName() {
        add(Documents.business().number(), "åkes värme & sanitet  ab", "");

        assertNumber(bring(), Documents.business().number());
    }

    @Test
    final void anotherOneUnderTheNumberIsAProblem() {
        add(Documents.business().number(), "Somebody Else AB", "556000-0167");

        assertRejected(bring());
        assertThat(lookFor()).isInstanceOf(Finding.Disagrees.class);
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void oneWithAnotherNameAndNoOrganisationNumberUnderTheNumberIsAProblem() {
        add(Documents.business().number(), "Somebody Else AB", "");

        assertRejected(bring());
    }

    @Test
    final void oneThatIsThereUnderAnotherNumberIsBoundByOrganisationNumberInEitherSpelling() {
        for (String spelling : new String[] {"556036-0793", "5560360793"}) {
            reset();
            add("900", "Åke", spelling);

            assertNumber(bring(), "900");
            assertThat(requests(creates())).isZero();
        }
    }

    @Test
    final void aHitThatOnlyContainsTheOrganisationNumberIsNone() {
        add("900", "Neighbour AB", "15560360793");

        assertNumber(bring(), Documents.business().number());
        assertThat(requests(creates())).isEqualTo(1);
    }

    @Test
    final void severalWithTheOrganisationNumberAreAProblem() {
        add("900", "Åke", "556036-0793");
        add("901", "Åke filial", "5560360793");

        assertRejected(bring());
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void bringingOneTwiceMakesOne() {
        bring();
        bring();

        assertThat(created(Customer.class)).hasSize(1);
    }

    @Test
    final void silenceIsUncertain() {
        assertSilenceIsUncertain();
    }

    @Override
    final void prepare() {}

    private void add(String number, String name, String registration) {
        trial().bench().addCustomer(number, name, registration);
    }

    private void reset() {
        everythingHeld();
        open();
    }

    private void assertNumber(Outcome outcome, String ours) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().id())
                                .isEqualTo(trial().bench().customer(ours).id()));
    }

    private static void assertRejected(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().reason()).isNotBlank();
            assertThat(rejected.problem().remedy()).isNotBlank();
        });
    }
}
