package dev.caravan.simulator.faults;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Worlds;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/sim/faults")
class FaultsController {

    private final Faults faults;
    private final SortedSet<String> kinds = new TreeSet<>();
    private final Worlds worlds;

    FaultsController(Faults faults, List<FaultKinds> kinds, Worlds worlds) {
        this.faults = faults;
        this.worlds = worlds;
        kinds.forEach(some -> this.kinds.addAll(some.names()));
    }

    @GetMapping
    List<Fault> standing() {
        return faults.standing();
    }

    @PostMapping
    List<Fault> add(@RequestBody Fault fault) {
        if (!kinds.contains(fault.kind())) {
            throw wrong("no fault is called " + fault.kind() + "; there are " + kinds);
        }
        if (fault.zone() != null
                && DomainName.find(fault.zone()).flatMap(worlds::withZone).isEmpty()) {
            throw wrong("no zone is called " + fault.zone());
        }
        if (fault.count() != null && fault.count() < 1) {
            throw wrong("`count` must be 1 at least, or absent");
        }
        faults.add(fault);
        return faults.standing();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    private static ResponseStatusException wrong(String message) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
    }
}
