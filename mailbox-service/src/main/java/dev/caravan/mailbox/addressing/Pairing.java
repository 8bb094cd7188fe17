package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Targets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Recipients of the source and their targets.
///
/// @param sources those asked for that are there, by guid
/// @param targets by the guid of whom they are the target of
record Pairing(Map<String, Profile> sources, Map<String, Profile> targets) {

    /// @param tenant the source
    static Outcome<Pairing> of(Collection<String> guids, Target tenant, Targets targets, Call call) {
        return call.through(tenant)
                .then(source -> targets.profiles(guids, source))
                .then(sources -> targets.of(sources.keySet(), call).map(found -> new Pairing(sources, found)));
    }

    /// Those of the sources that have a target.
    List<Profile> paired() {
        return sources.values().stream()
                .filter(source -> targets.containsKey(source.guid()))
                .toList();
    }

    /// Those of the sources that have none.
    List<Profile> unpaired() {
        return sources.values().stream()
                .filter(source -> !targets.containsKey(source.guid()))
                .toList();
    }

    Profile target(Profile source) {
        return Objects.requireNonNull(targets.get(source.guid()), () -> source.guid() + " has no target");
    }

    /// With more targets.
    Map<String, Profile> and(Map<String, Profile> others) {
        var all = new LinkedHashMap<>(targets);
        all.putAll(others);
        return all;
    }
}
