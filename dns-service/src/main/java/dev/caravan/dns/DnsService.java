package dev.caravan.dns;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Observes, plans and changes DNS records and the tenants' domain objects.
@SpringBootApplication
@ConfigurationPropertiesScan
public class DnsService {

    public static void main(String[] arguments) {
        SpringApplication.run(DnsService.class, arguments);
    }
}
