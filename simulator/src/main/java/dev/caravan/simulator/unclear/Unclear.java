package dev.caravan.simulator.unclear;

import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.KeptSettings;
import java.time.Duration;

/// The present position of every switch.
public final class Unclear extends KeptSettings<UnclearSettings> {

    Unclear(UnclearSettings settings, Journal journal) {
        super("unclear", UnclearSettings.class, settings, journal);
    }

    public Pages pages() {
        return settings().pages();
    }

    public Force forceDelete() {
        return settings().forceDelete();
    }

    public Texts texts() {
        return settings().texts();
    }

    public Absence absence() {
        return settings().absence();
    }

    public DeletedReferences deletedReferences() {
        return settings().deletedReferences();
    }

    public SyncSwitch syncSwitch() {
        return settings().syncSwitch();
    }

    /// After how long a directory is no longer synchronised.
    public Duration syncOffTime() {
        return settings().syncOffTime();
    }

    public GroupAddresses groupAddresses() {
        return settings().groupAddresses();
    }

    public SharePointAddresses sharePointAddresses() {
        return settings().sharePointAddresses();
    }

    public Removal removal() {
        return settings().removal();
    }

    public Verification verification() {
        return settings().verification();
    }

    public Uploads uploads() {
        return settings().uploads();
    }
}
