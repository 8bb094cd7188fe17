package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.wire.Signature;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;

/// The ledger as one server keeps it. What servers ask each other is not recorded: no customer called.
final class Calls {

    static final String NO_ANSWER = "no answer";

    private final String server;
    private final Map<Name, PrimaryZone> zones;
    private final Name serversOwnKey;
    private final Ledger ledger;

    /// @param zones the zones of this server at their primaries, where their owners are known
    Calls(String server, Map<Name, PrimaryZone> zones, Name serversOwnKey, Ledger ledger) {
        this.server = server;
        this.zones = Map.copyOf(zones);
        this.serversOwnKey = serversOwnKey;
        this.ledger = ledger;
    }

    PrimaryZone zone(Name origin) {
        return Optional.ofNullable(zones.get(origin)).orElseThrow();
    }

    void record(NewCall call) {
        if (!call.credential().equals(serversOwnKey.toString())) {
            ledger.record(call);
        }
    }

    boolean among(Signature signature) {
        return signature instanceof Signature.Good good && good.key().name().equals(serversOwnKey);
    }

    NewCall call(Name zone, Signature signature, What what, String status, List<String> effect) {
        Account account = zone(zone).account();
        Map<String, Object> parameters = new HashMap<>(what.parameters());
        parameters.put("server", server);
        return new NewCall(
                account.world(),
                null,
                account.name(),
                credential(signature),
                Api.DNS,
                what.method(),
                what.target(),
                parameters,
                status,
                effect);
    }

    private static String credential(Signature signature) {
        return switch (signature) {
            case Signature.None() -> "anonymous";
            case Signature.Good good -> good.key().name().toString();
            case Signature.Bad bad -> bad.record().getName().toString();
            case Signature.Unknown unknown -> unknown.record().getName().toString();
        };
    }

    /// What was asked for.
    record What(String method, String target, Map<String, ?> parameters) {}
}
