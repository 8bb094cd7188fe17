package dev.caravan.mailbox;

import dev.caravan.kit.messaging.Worker;
import dev.caravan.schemas.WorkerService;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class MailboxService {

    public static void main(String[] arguments) {
        SpringApplication.run(MailboxService.class, arguments);
    }

    /// Has no commands yet: it joins its group and refuses whatever it is asked for.
    @Bean
    Worker<?, ?> worker() {
        return Worker.withoutCommands(WorkerService.MAILBOX);
    }
}
