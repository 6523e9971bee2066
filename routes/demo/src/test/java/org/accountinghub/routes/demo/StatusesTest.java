package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusesTest {

    private final Statuses statuses = new Statuses()
            .add("NORR", paper("1", "0", true, false))
            .add("NORR", paper("2", "125.5", true, false))
            .add("NORR", paper("3", "0", false, true))
            .add("NORR", paper("4", "99", false, false))
            .add("SYD", paper("1", "70", true, false));

    @Test
    void whatIsShownAsItStandsThereAgrees() {
        assertThat(compared(stored("NORR work 1", "1", "PAID", "0.00")).agreeing())
                .isEqualTo(1);
        assertThat(compared(stored("NORR work 2", "2", "BOOKED", "125.50")).agreeing())
                .isEqualTo(1);
        assertThat(compared(stored("NORR work 3", "3", "CANCELLED", "0")).agreeing())
                .isEqualTo(1);
        assertThat(compared(stored("SYD work 1", "1", "BOOKED", "70")).agreeing())
                .isEqualTo(1);
    }

    @Test
    void anotherStateAnotherBalanceOrAnUnknownInvoiceDiffers() {
        assertThat(compared(stored("NORR work 1", "1", "BOOKED", "0")).differing())
                .containsExactly("NORR work 1");
        assertThat(compared(stored("NORR work 2", "2", "BOOKED", "125")).differing())
                .containsExactly("NORR work 2");
        assertThat(compared(stored("NORR work 4", "4", "BOOKED", "99")).differing())
                .containsExactly("NORR work 4");
        assertThat(compared(stored("NORR work 5", "5", "PAID", "0")).differing())
                .containsExactly("NORR work 5");
        assertThat(compared(stored("SYD work 1", "1", "PAID", "0")).differing()).containsExactly("SYD work 1");
    }

    @Test
    void othersCompaniesAreNotLookedAt() {
        Statuses.Compared compared = statuses.compare(List.of(stored("SYD work 1", "1", "PAID", "0")), Set.of("NORR"));
        assertThat(compared.agreeing()).isZero();
        assertThat(compared.differing()).isEmpty();
    }

    private Statuses.Compared compared(StoredDocument stored) {
        return statuses.compare(List.of(stored), Set.of("NORR", "SYD"));
    }

    private static StoredDocument stored(String order, String invoice, String state, String balance) {
        return new StoredDocument(
                order,
                "7",
                1,
                false,
                "INVOICED",
                Optional.empty(),
                List.of(new StoredInvoice(invoice, state, "SEK", BigDecimal.TEN, new BigDecimal(balance))));
    }

    private static JsonNode paper(String number, String balance, boolean settled, boolean cancelled) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("number", number)
                .put("balance", new BigDecimal(balance))
                .put("settled", settled)
                .put("cancelled", cancelled);
    }
}
