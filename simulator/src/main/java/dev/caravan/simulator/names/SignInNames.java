package dev.caravan.simulator.names;

import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.KeptSettings;
import java.time.Duration;

/// What names to sign in with do to addresses. What is under way already keeps its instant.
public final class SignInNames extends KeptSettings<SignInNameSettings> {

    SignInNames(SignInNameSettings settings, Journal journal) {
        super("sign-in-names", SignInNameSettings.class, settings, journal);
    }

    /// What a new name becomes among the addresses.
    public Following addresses() {
        return settings().addresses();
    }

    /// After how long it becomes the primary one where that is late.
    public Duration delay() {
        return settings().delay();
    }
}
