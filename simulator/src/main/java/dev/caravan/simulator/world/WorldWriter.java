package dev.caravan.simulator.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes worlds as they are now: what nothing has touched, byte by byte as it was loaded.
public final class WorldWriter {

    private final ZoneState zones;

    /// A writer that asks the name servers for their zones.
    public WorldWriter(ZoneState zones) {
        this.zones = zones;
    }

    /// The folder of the world's name that it would be written into.
    ///
    /// @throws IllegalArgumentException if it is the folder that the world was loaded from
    public static Path folder(World world, Path directory) throws IOException {
        Path folder = directory.resolve(world.name());
        if (Files.exists(folder) && Files.exists(world.folder()) && Files.isSameFile(folder, world.folder())) {
            throw new IllegalArgumentException(folder + " is the world that was loaded; it is not written over");
        }
        return folder;
    }

    /// Writes a world into a folder of its name.
    ///
    /// @return that folder
    /// @throws IllegalArgumentException if it is the folder that the world was loaded from
    public Path write(World world, Path directory) throws IOException {
        Path folder = folder(world, directory);
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : world.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, file.getValue());
        }
        for (ZoneFile zone : world.zones()) {
            String text = zones.masterFile(zone.zone());
            if (!text.equals(zone.text())) {
                Files.write(folder.resolve(zone.path()), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return folder;
    }
}
