package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.accountinghub.routes.operations.PartnerHealth;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class HealthStatusTest {

    private static final String MAPPING = "management.endpoint.health.status.http-mapping.";

    @Test
    void downIsNoSuccessAndDegradedIs() throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0);
        Map.of("DOWN", 503, "OUT_OF_SERVICE", 503, PartnerHealth.DEGRADED.getCode(), 200)
                .forEach((status, http) -> assertThat(settings.getProperty(MAPPING + status))
                        .as(status)
                        .isEqualTo(http));
    }
}
