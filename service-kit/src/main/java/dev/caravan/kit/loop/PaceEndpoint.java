package dev.caravan.kit.loop;

import dev.caravan.kit.time.Pace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells whoever moves a simulated clock whether this worker would miss anything by a skip.
@RestController
class PaceEndpoint {

    private final CommandLoop loop;
    private final LaneRunner lanes;
    private final Pace pace;
    private final Activity activity;

    PaceEndpoint(CommandLoop loop, LaneRunner lanes, Pace pace, Activity activity) {
        this.loop = loop;
        this.lanes = lanes;
        this.pace = pace;
        this.activity = activity;
    }

    @GetMapping("/internal/pace")
    Look look() {
        var joined = loop.state() instanceof LoopState.Joined;
        var working = lanes.running() - pace.pausing() + lanes.waiting() > 0;
        return new Look(!joined || working, activity.count(), pace.nextDue().orElse(null));
    }

    /// @param busy something is being done that a skip would disturb
    /// @param activity grows with everything that happens
    /// @param nextDue when the earliest pause ends
    record Look(boolean busy, long activity, @Nullable Instant nextDue) {}
}
