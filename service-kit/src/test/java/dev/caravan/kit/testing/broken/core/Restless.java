package dev.caravan.kit.testing.broken.core;

import java.io.File;
import java.time.Instant;
import java.util.UUID;

final class Restless {

    private Restless() {}

    static Instant now() {
        return Instant.now();
    }

    static String anything() {
        return UUID.randomUUID() + System.getProperty("user.name");
    }

    static File file(String name) {
        return new File(name);
    }

    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
