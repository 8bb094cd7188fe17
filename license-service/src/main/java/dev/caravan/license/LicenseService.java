package dev.caravan.license;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class LicenseService {

    public static void main(String[] arguments) {
        SpringApplication.run(LicenseService.class, arguments);
    }
}
