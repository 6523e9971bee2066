package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SystemsTest {

    private static final JsonNode ADDRESSES = JsonMapper.shared().readTree("""
            {"fortnox":{"admin":"http://localhost:1/fortnox/_sim/"},"other":{"admin":"http://localhost:1/other/_sim/"}}""");
    private static final List<DemoCompany> COMPANIES = List.of(DemoCompany.NORTH, DemoCompany.SOUTH);

    @Test
    void oneNameIsForAllCompanies() {
        Systems systems = Systems.of(ADDRESSES, List.of("other"), COMPANIES);
        assertThat(systems.of(DemoCompany.NORTH)).isSameAs(systems.of(DemoCompany.SOUTH));
        assertThat(systems.of(DemoCompany.SOUTH).name()).isEqualTo("other");
    }

    @Test
    void twoNamesAreOneForEachCompany() {
        Systems systems = Systems.of(ADDRESSES, List.of("other", "fortnox"), COMPANIES);
        assertThat(systems.of(DemoCompany.NORTH).name()).isEqualTo("other");
        assertThat(systems.of(DemoCompany.SOUTH)).isInstanceOf(SimulatedFortnox.class);
    }

    @Test
    void allAreAllThatAreSimulatedTheUsualOneFirst() {
        JsonNode three = JsonMapper.shared().readTree("{\"another\":{},\"fortnox\":{},\"other\":{}}");
        assertThat(Systems.named(three, List.of(Systems.ALL))).containsExactly("fortnox", "another", "other");
        assertThat(Systems.named(three, List.of("other", Systems.ALL))).containsExactly("other", "fortnox", "another");
    }

    @Test
    void eachSystemHasTheCompaniesWhoseBooksItKeeps() {
        Systems systems = Systems.of(ADDRESSES, List.of("other", "fortnox", "other"), DemoCompany.companies(3));
        assertThat(systems.all().values())
                .extracting(DemoCompany::codes)
                .containsExactly(List.of("NORR", "BOLAG3"), List.of("SYD"));
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Systems.named(ADDRESSES, List.of("visma")))
                .withMessageContaining("no simulated visma; there are fortnox, other");
    }
}
