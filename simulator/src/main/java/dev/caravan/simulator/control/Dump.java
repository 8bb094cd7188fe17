package dev.caravan.simulator.control;

import dev.caravan.simulator.ledger.Call;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.mail.Message;
import dev.caravan.simulator.mail.Messages;
import dev.caravan.simulator.world.FileState;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.WorldWriter;
import dev.caravan.simulator.world.Worlds;
import dev.caravan.simulator.world.ZoneState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// Writes the simulation's state as worlds, with all calls and messages.
@Component
final class Dump {

    private static final String CALLS = "calls.jsonl";
    private static final String MESSAGES = "messages.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Worlds worlds;
    private final Ledger ledger;
    private final Messages messages;
    private final WorldWriter writer;

    Dump(
            Worlds worlds,
            Ledger ledger,
            Messages messages,
            ZoneState zones,
            TenantState tenants,
            List<FileState> others) {
        this.worlds = worlds;
        this.ledger = ledger;
        this.messages = messages;
        this.writer = new WorldWriter(zones, tenants, others);
    }

    void write(Path directory) throws IOException {
        for (World world : worlds.all()) {
            WorldWriter.folder(world, directory);
        }
        List<Call> calls = ledger.after(0);
        List<Message> letters = messages.all();
        Files.createDirectories(directory);
        Files.write(directory.resolve(CALLS), lines(new byte[0], calls));
        Files.write(directory.resolve(MESSAGES), lines(new byte[0], letters));
        for (World world : worlds.all()) {
            removeEarlier(WorldWriter.folder(world, directory));
            Path folder = writer.write(world, directory);
            List<Call> itsCalls = calls.stream()
                    .filter(call -> world.name().equals(call.world()))
                    .toList();
            List<Message> itsLetters = letters.stream()
                    .filter(letter -> world.name().equals(letter.world()))
                    .toList();
            Files.write(folder.resolve(CALLS), lines(loaded(world, CALLS), itsCalls));
            Files.write(folder.resolve(MESSAGES), lines(loaded(world, MESSAGES), itsLetters));
        }
    }

    /// A file that is missing means none of that kind, so nothing of an earlier dump may stay; what is no dump does.
    private static void removeEarlier(Path folder) throws IOException {
        if (Files.exists(folder.resolve(CALLS))) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /// A world that is itself a dump keeps what it says of its past.
    private static byte[] loaded(World world, String file) {
        return world.files().getOrDefault(file, new byte[0]);
    }

    private static byte[] lines(byte[] before, List<?> values) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(before);
        for (Object value : values) {
            lines.writeBytes((JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }
}
