package dev.caravan.orchestrator.integration;

import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.schemas.AvroRecords;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Runs the integrations beside the service, in a context that shares nothing with the service's own but four objects.
/// It starts on a thread of its own: nobody waits for a webhook.
final class Integrations implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Integrations.class);

    private final WebhookSettings settings;
    private final Optional<Webhook> webhook;
    private final AvroRecords records;
    private final DeadLetterMeters deadLetters;
    private final Map<String, Object> properties;
    private @Nullable Thread starting;
    private @Nullable ConfigurableApplicationContext context;
    private volatile boolean isRunning;

    /// @param webhook empty when there is none
    Integrations(
            WebhookSettings settings,
            Optional<Webhook> webhook,
            AvroRecords records,
            DeadLetterMeters deadLetters,
            Map<String, Object> properties) {
        this.settings = settings;
        this.webhook = webhook;
        this.records = records;
        this.deadLetters = deadLetters;
        this.properties = properties;
    }

    @Override
    public void start() {
        isRunning = true;
        webhook.ifPresent(receiver -> starting =
                Thread.ofPlatform().name("integrations-start").daemon().start(() -> open(receiver)));
    }

    private void open(Webhook receiver) {
        try {
            var opened = application(receiver).run();
            synchronized (this) {
                context = opened;
            }
            LOG.atInfo().log("The webhook is posted to");
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).log("The integrations did not start; runs go on without them");
        }
    }

    private SpringApplication application(Webhook receiver) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("integrations", properties));
        var application = new SpringApplication(WebhookFunction.class);
        application.setEnvironment(environment);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        // The service's own logging stays as it is, also after this context is closed.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(fresh -> {
            var beans = (GenericApplicationContext) fresh;
            beans.registerBean(WebhookSettings.class, () -> settings);
            beans.registerBean("receiver", Webhook.class, () -> receiver);
            beans.registerBean(AvroRecords.class, () -> records);
            beans.registerBean(DeadLetterMeters.class, () -> deadLetters);
        });
        return application;
    }

    @Override
    public void stop() {
        isRunning = false;
        try {
            var thread = starting;
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (context != null) {
                context.close();
                context = null;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
