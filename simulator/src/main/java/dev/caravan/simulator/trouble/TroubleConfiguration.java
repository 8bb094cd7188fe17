package dev.caravan.simulator.trouble;

import dev.caravan.simulator.faults.FaultKinds;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class TroubleConfiguration {

    @Bean
    FaultKinds tenantFaults() {
        return new FaultKinds(TenantTroubles.KINDS);
    }

    /// Around everything else, so that nothing is sent before it is lost.
    @Bean
    FilterRegistrationBean<LostAnswers> lostAnswers() {
        FilterRegistrationBean<LostAnswers> filter = new FilterRegistrationBean<>(new LostAnswers());
        filter.addUrlPatterns("/graph/*", "/exchange/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
