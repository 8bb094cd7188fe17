package dev.caravan.simulator.bittitan;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All cmdlets by their names.
final class Cmdlets {

    private final Map<String, Cmdlet> all;

    Cmdlets(Passes.Needs needs) {
        all = Stream.of(
                        Customers.cmdlets(),
                        EndUsers.cmdlets(),
                        Endpoints.cmdlets(),
                        Subscriptions.cmdlets(),
                        Projects.cmdlets(),
                        Items.cmdlets(),
                        new Passes(needs).cmdlets())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Cmdlet::name, Function.identity()));
    }

    /// @throws Refusal if there is none of that name
    Cmdlet named(String name) {
        Cmdlet cmdlet = all.get(name);
        if (cmdlet == null) {
            throw Refusal.invalid("The term '" + name + "' is not recognized as the name of a cmdlet.");
        }
        return cmdlet;
    }
}
