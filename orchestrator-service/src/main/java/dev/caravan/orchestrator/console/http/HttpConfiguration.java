package dev.caravan.orchestrator.console.http;

import dev.caravan.orchestrator.console.views.Following;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration implements WebMvcConfigurer {

    private static final int BEFORE_ALL = Ordered.HIGHEST_PRECEDENCE + 100;
    private static final List<String> OF_RUNS =
            List.of("/", "/runs/**", "/api/runs/**", "/api/waiting", "/api/connections/**");

    private final ObjectProvider<Following> following;

    HttpConfiguration(ObjectProvider<Following> following) {
        this.following = following;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        following.ifAvailable(topics -> registry.addInterceptor(new StillReading(topics::isAtEnd))
                .addPathPatterns(OF_RUNS)
                .excludePathPatterns("/api/runs/*/stream"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new PatienceResolver());
    }

    /// A field that we do not know is a mistake of the caller, who must hear of it.
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    FilterRegistrationBean<BrowserGuard> browserGuard(HttpSettings settings, JsonMapper json) {
        return first(new BrowserGuard(settings.allowedHosts(), new ProblemWriter(json)));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(HttpSettings settings, JsonMapper json) {
        return first(new BodyLimit(settings.bodyMax().toBytes(), new ProblemWriter(json)));
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_ALL);
        return registration;
    }
}
