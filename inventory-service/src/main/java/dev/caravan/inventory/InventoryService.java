package dev.caravan.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class InventoryService {

    public static void main(String[] arguments) {
        SpringApplication.run(InventoryService.class, arguments);
    }
}
