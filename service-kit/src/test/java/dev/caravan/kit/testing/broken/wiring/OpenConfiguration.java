package dev.caravan.kit.testing.broken.wiring;

import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConfigurationProperties("broken")
public class OpenConfiguration {

    @Value("${broken}")
    private String broken = "";

    private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();

    void say() {
        System.out.println(broken + queue);
    }
}
