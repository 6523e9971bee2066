package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.preview.DocumentPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewApiTest {

    private static final String PERSON = "191212121212";

    static Stream<Sample<BillableOrder>> orders() {
        return SampleOrders.all().stream();
    }

    private static DocumentPreview preview(DocumentKey key, Optional<BillableOrder> content) {
        return new DocumentPreview(
                key,
                Optional.empty(),
                content,
                Optional.empty(),
                List.of(),
                List.of(new AppliedRule("tax reduction", "asked for by " + PERSON)),
                List.of("the property of " + PERSON),
                List.of(),
                List.of(),
                Optional.of("it is not ready"),
                Optional.empty(),
                false);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anyOrderIsShownWithItsSumsAndWithoutPersonalNumbers(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        String text = JsonMapper.shared().writeValueAsString(DocumentLook.of(preview(order.key(), Optional.of(order))));

        assertThat(text).doesNotContain(PERSON, PERSON.substring(2), "121212-1212");
        JsonNode content = JsonMapper.shared().readTree(text).path("content");
        assertThat(content.path("rows")).hasSize(order.rows().size());
        assertThat(new BigDecimal(content.path("net").asString())
                        .add(new BigDecimal(content.path("vatInAll").asString())))
                .isEqualByComparingTo(content.path("total").asString());
        assertThat(content.path("total").asString())
                .isEqualTo(order.totals().total().amount().toPlainString());
    }

    @Test
    void anOrderThatCannotBeReadIsShownWithoutContent() {
        DocumentLook look = DocumentLook.of(
                preview(new DocumentKey(new SourceKey("service", "", "work", "1"), "-", 1), Optional.empty()));
        assertThat(look.content()).isEmpty();
        assertThat(look.wanted()).isFalse();
        assertThat(look.notNow()).contains("it is not ready");
    }

    @Test
    void aNumberThatNobodyKnowsIsSaidToBeUnknown() throws Exception {
        Ask refused = Ask.get(new Desk().pages(), "/api/preview?order=107-1&kind=work");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.detail()).contains("107-1 of kind work", "107_1 is not 107-1");
        assertThat(Ask.get(new Desk().pages(), "/api/preview").status()).isEqualTo(400);
    }
}
