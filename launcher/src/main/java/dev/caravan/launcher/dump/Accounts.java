package dev.caravan.launcher.dump;

import dev.caravan.launcher.simulation.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which part of a world each remote account holds: lines of a ledger say by their account what they are about.
public record Accounts(Map<String, Place> places) {

    /// Of a world without a run.
    public static final Accounts NONE = new Accounts(Map.of());

    public Accounts {
        places = Map.copyOf(places);
    }

    public static Accounts of(World world) {
        var places = new HashMap<String, Place>();
        if (world.bittitanWorkgroup() != null) {
            places.put(world.bittitanWorkgroup(), Place.BITTITAN);
        }
        places.put(world.source().id(), Place.SOURCE);
        places.put(world.destination().id(), Place.DESTINATION);
        places.put(world.dnsAccount(), Place.ZONES);
        return new Accounts(places);
    }

    Optional<Place> place(String account) {
        return Optional.ofNullable(places.get(account));
    }
}
