package dev.caravan.simulator.bittitan;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param port where the runner listens; 0 = nowhere
/// @param itemErrors the share of mailboxes of which a few items fail at first, from 0 to 1
/// @param lastingErrors how many of a mailbox's failed items no repair can help, at most
/// @param failures the share of mailboxes whose first pass fails as a whole, from 0 to 1
@ConfigurationProperties("simulator.bittitan")
record BitTitanSettings(
        @DefaultValue("0") int port,
        @DefaultValue("0.1") double itemErrors,
        @DefaultValue("1") int lastingErrors,
        @DefaultValue("0.0333") double failures) {

    private static final int PORT_MAX = 65_535;

    BitTitanSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("simulator.bittitan.port: must be a port, or 0 for none");
        }
        requireShare("item-errors", itemErrors);
        requireShare("failures", failures);
        if (lastingErrors < 0) {
            throw new IllegalArgumentException("simulator.bittitan.lasting-errors: must be 0 at least");
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("simulator.bittitan." + name + ": must be from 0 to 1");
        }
    }
}
