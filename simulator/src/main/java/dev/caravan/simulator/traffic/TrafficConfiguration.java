package dev.caravan.simulator.traffic;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficSettings.class)
@ConditionalOnProperty("simulator.graph.traffic")
class TrafficConfiguration {

    @Bean
    TrafficFile trafficFile(TrafficSettings settings) {
        return TrafficFile.open(settings.traffic());
    }

    /// Before everything else but what loses answers, so that one is written down whoever gives it.
    @Bean
    FilterRegistrationBean<TrafficFilter> trafficFilter(TrafficFile file) {
        FilterRegistrationBean<TrafficFilter> filter = new FilterRegistrationBean<>(new TrafficFilter(file));
        filter.addUrlPatterns(TrafficFilter.ROOT + "/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
