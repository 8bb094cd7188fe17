package dev.caravan.orchestrator.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Keeps Spring Cloud Stream and what it stands on out of every context but that of the integrations: its beans would
/// cost a second at each start and change the serializers of the others.
public final class IntegrationOnlyFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    /// True in the context of the integrations alone.
    static final String PROPERTY = "caravan.integration.context";

    private static final List<String> PACKAGES =
            List.of("org.springframework.cloud.", "org.springframework.boot.integration.");

    private boolean isIntegration;

    @Override
    public void setEnvironment(Environment environment) {
        isIntegration = environment.getProperty(PROPERTY, Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var matches = new boolean[classes.length];
        for (var index = 0; index < classes.length; index++) {
            matches[index] = isIntegration || !isOfIntegrations(classes[index]);
        }
        return matches;
    }

    private static boolean isOfIntegrations(@Nullable String type) {
        return type != null && PACKAGES.stream().anyMatch(type::startsWith);
    }
}
