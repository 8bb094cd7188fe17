package dev.caravan.launcher.platform;

import dev.caravan.launcher.Unusable;

/// Which process listens where: offsets from one base, so that two demos can run side by side.
public record PortPlan(int base) {

    private static final int PORTS = 13;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65535;

    public PortPlan {
        if (base < LOWEST || base + PORTS - 1 > HIGHEST) {
            throw new Unusable("--ports %d: %d ports from there have to lie between %d and %d."
                    .formatted(base, PORTS, LOWEST, HIGHEST));
        }
    }

    public int console() {
        return base;
    }

    public int simulator() {
        return base + 1;
    }

    public int broker() {
        return base + 2;
    }

    public int controller() {
        return base + 3;
    }

    public int registry() {
        return base + 4;
    }

    public int registryManagement() {
        return base + 5;
    }

    public int inventory() {
        return base + 6;
    }

    public int dns() {
        return base + 7;
    }

    public int mailbox() {
        return base + 8;
    }

    public int license() {
        return base + 9;
    }

    public int nameServers() {
        return base + 10;
    }

    public int resolver() {
        return base + 11;
    }

    /// Where the simulator's runner of BitTitan's cmdlets listens.
    public int bittitan() {
        return base + 12;
    }

    public String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    public String registryApi() {
        return url(registry()) + "/apis/ccompat/v7";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + broker();
    }
}
