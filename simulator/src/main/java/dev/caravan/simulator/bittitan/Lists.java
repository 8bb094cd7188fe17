package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.List;

/// Parameters that several cmdlets share.
final class Lists {

    private Lists() {}

    static List<Parameter> and(List<Parameter> shared, Parameter... own) {
        List<Parameter> all = new ArrayList<>(List.of(own));
        all.addAll(shared);
        return List.copyOf(all);
    }
}
