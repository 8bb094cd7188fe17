package dev.caravan.simulator.domains;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/sim/domains")
class DomainController {

    private final DomainPace pace;

    DomainController(DomainPace pace) {
        this.pace = pace;
    }

    @GetMapping
    DomainSettings read() {
        return pace.settings();
    }

    /// What is left out of `release` is drawn by the domains' names, what is left out of `acceptance` stays.
    @PutMapping
    DomainSettings set(@RequestBody Wanted wanted) {
        try {
            pace.set(new DomainSettings(
                    wanted.release(), wanted.acceptance() == null ? pace.acceptance() : wanted.acceptance()));
            return pace.settings();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    record Wanted(@Nullable Duration release, @Nullable Duration acceptance) {}
}
