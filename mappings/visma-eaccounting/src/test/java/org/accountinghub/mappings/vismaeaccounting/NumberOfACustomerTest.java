package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.vismaeaccounting.wire.NewCustomer;
import org.junit.jupiter.api.Test;

/** A number identifies: it is never cut to what fits. */
class NumberOfACustomerTest {

    private static Customer numbered(String number) {
        Customer sample = SampleCustomers.company();
        return new Customer(
                new SourceKey("service", "", SourceKey.CUSTOMER, number),
                sample.name(),
                sample.type(),
                sample.registration(),
                sample.vatNumber(),
                sample.invoiceAddress(),
                sample.visitingAddress(),
                sample.postalAddress(),
                sample.email(),
                sample.invoiceEmail(),
                sample.phone(),
                sample.contacts(),
                sample.terms(),
                sample.active(),
                sample.extensions());
    }

    @Test
    void sixteenCharactersFit() {
        assertThat(CustomerTranslation.toCreate(numbered("K-10012345678901"), "terms"))
                .isInstanceOfSatisfying(
                        Translation.Done.class,
                        done -> assertThat(((NewCustomer) done.value()).customerNumber())
                                .isEqualTo("K-10012345678901"));
    }

    @Test
    void seventeenAreRefusedBeforeAnythingIsSent() {
        Translation<NewCustomer> refused = CustomerTranslation.toCreate(numbered("K-100123456789012"), "terms");

        assertThat(((Translation.Refused<NewCustomer>) refused).problems())
                .extracting(Problem::field)
                .containsExactly(Optional.of("CustomerNumber"));
    }
}
