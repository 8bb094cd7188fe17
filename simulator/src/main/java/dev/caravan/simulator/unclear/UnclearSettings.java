package dev.caravan.simulator.unclear;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param pages how Exchange cuts its answers: the first row alone, or by the size that is preferred
/// @param forceDelete whether a domain can be removed by force: allowed, or not for a partner or for purchased domains
/// @param texts how errors read whose words nobody has confirmed: documented or reworded
/// @param absence how Exchange says that somebody is not there: 404 or the older 500
/// @param deletedReferences whether what refers to a domain is listed although it was deleted
/// @param syncSwitch whether an application may switch the synchronisation of the directory
/// @param syncOffTime the simulated time after which a directory is no longer synchronised
/// @param groupAddresses what becomes of an address that a Microsoft 365 group loses: removed, lingering or recreated
/// @param sharePointAddresses what becomes of an `SPO:` address that somebody takes away: put back or removed
/// @param removal what a domain says while it is given up: in progress, scheduled first, or failing in the end
/// @param verification when a proved domain is verified: immediately, or after a takeover
/// @param uploads how much may be put into a mailbox where limits stand: 15 MB in 30 seconds or 150 MB in 5 minutes
@ConfigurationProperties("simulator.unclear")
record UnclearSettings(
        @DefaultValue("first-alone") Pages pages,
        @DefaultValue("allowed") Force forceDelete,
        @DefaultValue("documented") Texts texts,
        @DefaultValue("not-found") Absence absence,
        @DefaultValue("hidden") DeletedReferences deletedReferences,
        @DefaultValue("forbidden") SyncSwitch syncSwitch,
        @DefaultValue("24h") Duration syncOffTime,
        @DefaultValue("removed") GroupAddresses groupAddresses,
        @DefaultValue("put-back") SharePointAddresses sharePointAddresses,
        @DefaultValue("in-progress") Removal removal,
        @DefaultValue("immediate") Verification verification,
        @DefaultValue("megabytes-15") Uploads uploads) {

    private static final Duration SYNC_OFF_MIN = Duration.ofHours(24);
    private static final Duration SYNC_OFF_MAX = Duration.ofHours(72);

    UnclearSettings {
        if (syncOffTime.compareTo(SYNC_OFF_MIN) < 0 || syncOffTime.compareTo(SYNC_OFF_MAX) > 0) {
            throw new IllegalArgumentException("simulator.unclear.sync-off-time: must be from 24 to 72 hours");
        }
    }
}
