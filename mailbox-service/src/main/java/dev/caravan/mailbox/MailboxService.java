package dev.caravan.mailbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class MailboxService {

    public static void main(String[] arguments) {
        SpringApplication.run(MailboxService.class, arguments);
    }
}
