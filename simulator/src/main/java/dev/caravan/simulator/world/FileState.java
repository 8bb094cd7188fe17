package dev.caravan.simulator.world;

import java.util.SortedMap;

/// Who knows files of a world that belong to neither its tenants nor its zones.
@FunctionalInterface
public interface FileState {

    /// The bytes of every such file that is not as it was loaded, by its path.
    SortedMap<String, byte[]> changed(World world);
}
