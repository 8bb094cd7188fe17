package dev.caravan.orchestrator.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Keeps Spring Cloud Stream and what it stands on out of every context but that of the integrations, and everything
/// else out of that: its beans would cost a second at each start and change the serializers of the others.
public final class IntegrationOnlyFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    /// True in the context of the integrations alone.
    static final String PROPERTY = "caravan.integration.context";

    private static final List<String> OF_INTEGRATIONS =
            List.of("org.springframework.cloud.", "org.springframework.boot.integration.");
    private static final List<String> OF_BOTH = List.of(
            "org.springframework.boot.autoconfigure.context.",
            "org.springframework.boot.autoconfigure.task.",
            "org.springframework.boot.jackson.");

    private boolean isIntegration;

    @Override
    public void setEnvironment(Environment environment) {
        isIntegration = environment.getProperty(PROPERTY, Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var matches = new boolean[classes.length];
        for (var index = 0; index < classes.length; index++) {
            var type = String.valueOf(classes[index]);
            matches[index] = isIn(OF_BOTH, type) || isIn(OF_INTEGRATIONS, type) == isIntegration;
        }
        return matches;
    }

    private static boolean isIn(List<String> packages, String type) {
        return packages.stream().anyMatch(type::startsWith);
    }
}
