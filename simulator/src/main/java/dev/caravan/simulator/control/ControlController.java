package dev.caravan.simulator.control;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.Due;
import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.ledger.Call;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.mail.Message;
import dev.caravan.simulator.mail.Messages;
import dev.caravan.simulator.world.Worlds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/sim")
class ControlController {

    private final Worlds worlds;
    private final Credentials credentials;
    private final NameServers nameServers;
    private final Ledger ledger;
    private final Messages messages;
    private final Activity activity;
    private final Dump dump;
    private final List<Due> dues;

    ControlController(
            Worlds worlds,
            Credentials credentials,
            NameServers nameServers,
            Ledger ledger,
            Messages messages,
            Activity activity,
            Dump dump,
            List<Due> dues) {
        this.worlds = worlds;
        this.credentials = credentials;
        this.nameServers = nameServers;
        this.ledger = ledger;
        this.messages = messages;
        this.activity = activity;
        this.dump = dump;
        this.dues = dues;
    }

    @GetMapping("/worlds")
    List<WorldDescription> worlds() {
        return worlds.all().stream().map(WorldDescription::of).toList();
    }

    @GetMapping("/credentials")
    Map<String, String> credentials() {
        return credentials.all();
    }

    @GetMapping("/dns")
    Dns dns() {
        return new Dns(nameServers.servers(), nameServers.resolver());
    }

    @GetMapping("/pace")
    Pace pace() {
        return new Pace(
                activity.busy(),
                activity.count(),
                dues.stream()
                        .flatMap(due -> due.next().stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    @GetMapping("/summary")
    Summary summary() {
        return Summary.of(ledger.after(0), messages.all());
    }

    @GetMapping("/calls")
    List<Call> calls(CallQuery query) {
        return ledger.after(query.first()).stream().filter(query::isFor).toList();
    }

    @GetMapping("/messages")
    List<Message> messages() {
        return messages.all();
    }

    @PostMapping("/dump")
    Dumped dump(@RequestBody Where where) {
        if (where.dir() == null || !where.dir().isAbsolute()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a dump needs `dir`, an absolute path");
        }
        try {
            dump.write(where.dir());
            return new Dumped(where.dir().toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cannot dump: " + e.getMessage(), e);
        }
    }

    record Where(@Nullable Path dir) {}

    record Dumped(String dir) {}

    record Dns(Map<String, String> servers, String resolver) {}

    /// @param nextDue when something that somebody asked for will happen by itself; null if nothing will
    record Pace(boolean busy, long activity, @Nullable Instant nextDue) {}
}
