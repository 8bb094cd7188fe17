package dev.caravan.orchestrator.console.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;

/// A test of the console through its port. All of them share one application; each uses runs of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.threads.virtual.enabled=true",
            "caravan.console.live.heartbeat=1s"
        })
@AutoConfigureRestTestClient
public @interface ConsoleTest {}
