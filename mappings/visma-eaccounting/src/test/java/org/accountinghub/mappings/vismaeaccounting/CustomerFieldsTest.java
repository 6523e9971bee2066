package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.junit.jupiter.api.Test;

/** What a customer is not sent with. */
class CustomerFieldsTest {

    private static final String EMAIL = "one@example.com";

    @Test
    void anUnknownCountryIsRefused() {
        assertThat(refusals("556012-5790", "SE", EMAIL)).isEmpty();
        assertThat(refusals("556012-5790", "QQ", EMAIL)).containsExactly("visma-eaccounting.country-unknown");
    }

    @Test
    void aNumberThatIsTooLongAndSeveralAddressesInOneAreToldTogether() {
        assertThat(refusals("DE 0123456789 0123456789", "SE", EMAIL + ", two@example.com"))
                .containsExactly("visma-eaccounting.email-invalid", "visma-eaccounting.identifier-too-long");
    }

    private static List<String> refusals(String registration, String country, String email) {
        Customer company = SampleCustomers.company();
        Translation<?> sent = CustomerTranslation.toCreate(
                new Customer(
                        company.key(),
                        company.name(),
                        company.type(),
                        Optional.of(RegistrationNumber.organisation(registration)),
                        company.vatNumber(),
                        Optional.of(new Address("Storgatan 1", "", "111 22", "Stockholm", country)),
                        Optional.empty(),
                        Optional.empty(),
                        company.email(),
                        email,
                        company.phone(),
                        company.contacts(),
                        company.terms(),
                        company.active(),
                        company.extensions()),
                "terms");
        return sent instanceof Translation.Refused<?> refused
                ? refused.problems().stream().map(Problem::cause).toList()
                : List.of();
    }
}
