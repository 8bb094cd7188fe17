package dev.caravan.kit.resilience;

import java.time.Duration;
import java.time.InstantSource;

/// Remotes whose circuits are closed, for tests of whoever calls through them.
public final class OpenRemotes {

    private OpenRemotes() {}

    public static Remotes of(InstantSource clock) {
        return new Remotes(new RemoteSettings(1, Duration.ZERO, 50, 4, 4, Duration.ofMinutes(30), 1), clock);
    }
}
