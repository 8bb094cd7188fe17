package dev.caravan.simulator.credentials;

import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.world.Worlds;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {

    @Bean
    Credentials credentials(Worlds worlds, Journal journal) {
        return new Credentials(worlds, journal);
    }

    /// Draws the missing secrets after the journal was replayed and before anybody is served.
    @Bean
    SmartLifecycle signUpDesk(Credentials credentials) {
        return new SignUpDesk(credentials);
    }

    private static final class SignUpDesk implements SmartLifecycle {

        private final Credentials credentials;
        private volatile boolean open;

        SignUpDesk(Credentials credentials) {
            this.credentials = credentials;
        }

        @Override
        public void start() {
            credentials.complete();
            open = true;
        }

        @Override
        public void stop() {
            open = false;
        }

        @Override
        public boolean isRunning() {
            return open;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE + 1;
        }
    }
}
