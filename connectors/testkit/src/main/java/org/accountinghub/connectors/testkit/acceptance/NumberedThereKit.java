package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.Customer;
import org.junit.jupiter.api.Test;

/** Customers whom the partner gives the number: known again without it, and never made twice. */
public abstract class NumberedThereKit extends CustomerWriteKit {

    /** Whoever repeats it because a number of ours would be refused makes a second one. */
    @Test
    final void itsCreationIsSearchedForAndNotRepeated() {
        assertThat(trial().customers().steps(Documents.business()))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.idempotency()).isIn(IdempotencyClass.C, IdempotencyClass.D);
                    assertThat(step.lateness().isZero()).isEqualTo(step.idempotency() == IdempotencyClass.D);
                });
    }

    @Test
    final void twoOfTheSameNameWithoutOrganisationNumberAreTwoAndEachIsFoundAgain() {
        Customer first = Documents.namesake("P3001");
        Customer second = Documents.namesake("P3002");

        PartnerDocument one = delivered(trial().bring(first));
        PartnerDocument other = delivered(trial().bring(second));

        assertThat(created(Customer.class)).extracting(Effect::number).containsExactly(one.number(), other.number());
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(found(trial().lookFor(first)).id()).isEqualTo(one.id());
        assertThat(found(trial().lookFor(second)).id()).isEqualTo(other.id());
    }

    @Test
    final void whoseAnswerWasLostIsNotTakenForOneOfTheSameName() {
        PartnerDocument one = delivered(trial().bring(Documents.namesake("P3001")));
        faults().on(creates()).next(Fault.cut());
        assertThat(trial().bring(Documents.namesake("P3002"))).isInstanceOf(Outcome.Uncertain.class);
        assertThat(trial().lookFor(Documents.namesake("P3002"))).isInstanceOf(Finding.Absent.class);

        faults().on(creates()).next(Fault.commitAndCut());
        assertThat(trial().bring(Documents.namesake("P3002"))).isInstanceOf(Outcome.Uncertain.class);
        assertThat(found(trial().lookFor(Documents.namesake("P3002"))).id()).isNotEqualTo(one.id());
    }

    @Test
    final void oneThatIsThereWithTheOrganisationNumberIsBound() {
        trial().bench().addCustomer("900", "Åke", Documents.ORGANISATION_NUMBER);

        assertThat(delivered(bring()).id())
                .isEqualTo(trial().bench().customer("900").id());
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void severalThereWithTheOrganisationNumberAreAProblem() {
        trial().bench().addCustomer("900", "Åke", "556036-0793");
        trial().bench().addCustomer("901", "Åke filial", "5560360793");

        assertThat(bring()).isInstanceOf(Outcome.Rejected.class);
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void oneThatIsBoundIsConfirmedAndNotMadeAgain() {
        Customer customer = Documents.namesake("P3001");
        PartnerDocument bound = delivered(trial().bring(customer));

        Progress<Customer> again = trial().begin(customer, Map.of("customer", bound.id()));
        assertThat(delivered(again.perform()).id()).isEqualTo(bound.id());
        assertThat(requests(creates())).isEqualTo(1);
    }

    @Test
    final void aFailedSearchIsNotAbsence() {
        bring();
        faults().on(trial().bench().searchesNumberedCustomer()).every(1, Fault.status(503));

        assertThat(lookFor()).isInstanceOf(Finding.Unreachable.class);
    }

    private static PartnerDocument delivered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Delivered.class);
        return ((Delivered) outcome).document();
    }

    private static PartnerDocument found(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Found.class);
        return ((Finding.Found) finding).document();
    }

    @Override
    final void prepare() {
        trial().numbering(CustomerNumbers.THEIRS);
    }
}
