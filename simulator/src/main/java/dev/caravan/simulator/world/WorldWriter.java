package dev.caravan.simulator.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Writes worlds as they are now: what nothing has touched, byte by byte as it was loaded.
public final class WorldWriter {

    private final ZoneState zones;
    private final TenantState tenants;
    private final List<FileState> others;

    /// A writer that asks the name servers for their zones and the tenants for their objects.
    public WorldWriter(ZoneState zones, TenantState tenants) {
        this(zones, tenants, List.of());
    }

    /// A writer that asks others, too.
    ///
    /// @param others who writes other files of a world
    public WorldWriter(ZoneState zones, TenantState tenants, List<FileState> others) {
        this.others = List.copyOf(others);
        this.zones = zones;
        this.tenants = tenants;
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
        for (Tenant loaded : world.tenants()) {
            writeObjects(folder, loaded, tenants.written(loaded));
        }
        for (FileState other : others) {
            for (Map.Entry<String, byte[]> file : other.changed(world).entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        }
        for (ZoneFile zone : world.zones()) {
            String text = zones.masterFile(zone.zone());
            if (!text.equals(zone.text())) {
                Files.write(folder.resolve(zone.path()), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return folder;
    }

    /// Only the kinds that have changed.
    private static void writeObjects(Path folder, Tenant loaded, Tenant now) throws IOException {
        for (Map.Entry<Kind, List<JsonLine>> objects : now.objects().entrySet()) {
            if (!objects.getValue().equals(loaded.all(objects.getKey()))) {
                Path file = folder.resolve(loaded.file(objects.getKey()));
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, lines(objects.getValue()));
            }
        }
    }

    private static String lines(List<JsonLine> objects) {
        return objects.stream()
                .map(object -> JsonMapper.shared().writeValueAsString(object.value()) + "\n")
                .collect(Collectors.joining());
    }
}
