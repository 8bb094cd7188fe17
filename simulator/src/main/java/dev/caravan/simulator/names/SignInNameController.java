package dev.caravan.simulator.names;

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
@RequestMapping("/sim/sign-in-names")
class SignInNameController {

    private final SignInNames names;

    SignInNameController(SignInNames names) {
        this.names = names;
    }

    @GetMapping
    SignInNameSettings read() {
        return names.settings();
    }

    /// What is left out stays.
    @PutMapping
    SignInNameSettings set(@RequestBody Wanted wanted) {
        try {
            names.set(new SignInNameSettings(
                    wanted.addresses() == null ? names.addresses() : wanted.addresses(),
                    wanted.delay() == null ? names.delay() : wanted.delay()));
            return names.settings();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    record Wanted(@Nullable Following addresses, @Nullable Duration delay) {}
}
