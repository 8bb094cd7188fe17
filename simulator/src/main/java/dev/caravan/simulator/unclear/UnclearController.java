package dev.caravan.simulator.unclear;

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
@RequestMapping("/sim/unclear")
class UnclearController {

    private final Unclear unclear;

    UnclearController(Unclear unclear) {
        this.unclear = unclear;
    }

    @GetMapping
    UnclearSettings read() {
        return unclear.settings();
    }

    /// What is left out stays.
    @PutMapping
    UnclearSettings set(@RequestBody Wanted wanted) {
        try {
            unclear.set(wanted.instead(unclear.settings()));
            return unclear.settings();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    record Wanted(
            @Nullable Pages pages,
            @Nullable Force forceDelete,
            @Nullable Texts texts,
            @Nullable Absence absence,
            @Nullable DeletedReferences deletedReferences,
            @Nullable SyncSwitch syncSwitch,
            @Nullable Duration syncOffTime,
            @Nullable GroupAddresses groupAddresses,
            @Nullable SharePointAddresses sharePointAddresses,
            @Nullable Removal removal,
            @Nullable Verification verification,
            @Nullable Uploads uploads) {

        UnclearSettings instead(UnclearSettings now) {
            return new UnclearSettings(
                    pages == null ? now.pages() : pages,
                    forceDelete == null ? now.forceDelete() : forceDelete,
                    texts == null ? now.texts() : texts,
                    absence == null ? now.absence() : absence,
                    deletedReferences == null ? now.deletedReferences() : deletedReferences,
                    syncSwitch == null ? now.syncSwitch() : syncSwitch,
                    syncOffTime == null ? now.syncOffTime() : syncOffTime,
                    groupAddresses == null ? now.groupAddresses() : groupAddresses,
                    sharePointAddresses == null ? now.sharePointAddresses() : sharePointAddresses,
                    removal == null ? now.removal() : removal,
                    verification == null ? now.verification() : verification,
                    uploads == null ? now.uploads() : uploads);
        }
    }
}
