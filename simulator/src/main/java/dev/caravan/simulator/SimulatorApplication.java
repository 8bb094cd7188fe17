package dev.caravan.simulator;

import dev.caravan.simulator.world.Worlds;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication(proxyBeanMethods = false)
class SimulatorApplication {

    /// Starts a simulator of worlds that were read and found right.
    static ConfigurableApplicationContext run(Worlds worlds, Map<String, Object> properties, String... arguments) {
        SpringApplication application = new SpringApplication(SimulatorApplication.class);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("worlds", worlds));
        return application.run(arguments);
    }
}
