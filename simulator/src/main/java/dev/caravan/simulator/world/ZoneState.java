package dev.caravan.simulator.world;

/// The zones as the name servers hold them now.
@FunctionalInterface
public interface ZoneState {

    /// The zone as a master file: the loaded text itself while nothing has changed, and otherwise the loaded text with
    /// nothing but the changed record sets replaced.
    String masterFile(DomainName zone);
}
