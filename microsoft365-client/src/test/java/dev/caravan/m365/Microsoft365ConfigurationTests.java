package dev.caravan.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.credentials.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class Microsoft365ConfigurationTests {

    @Test
    void a_service_has_it_when_it_needs_it() {
        try (var context = new AnnotationConfigApplicationContext();
                var microsoft = new MicrosoftStandIn()) {
            // Given
            context.registerBean(Credentials.class, microsoft::credentials);
            context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
            context.register(Microsoft365Configuration.class);
            context.refresh();

            // Then
            assertThat(context.getBeanFactory().containsSingleton("microsoft365"))
                    .isFalse();
            assertThat(context.getBean(Microsoft365.class).graph()).isNotNull();
        }
    }
}
