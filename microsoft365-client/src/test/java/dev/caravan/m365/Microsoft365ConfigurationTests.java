package dev.caravan.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.m365.exchange.AdminApi;
import dev.caravan.m365.exchange.DocumentedFirst;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

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
            assertThat(context.getBean(Microsoft365.class).exchange())
                    .extracting("exchange")
                    .isInstanceOf(AdminApi.class);
        }
    }

    @Test
    void the_way_to_exchange_is_a_setting() {
        try (var context = new AnnotationConfigApplicationContext();
                var microsoft = new MicrosoftStandIn()) {
            // Given
            var settings = Map.<String, Object>of("caravan.microsoft365.exchange-routing", "documented-first");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            context.registerBean(Credentials.class, microsoft::credentials);
            context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
            context.register(Microsoft365Configuration.class);
            context.refresh();

            // Then
            assertThat(context.getBean(Microsoft365.class).exchange())
                    .extracting("exchange")
                    .isInstanceOf(DocumentedFirst.class);
        }
    }
}
