package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How Exchange says that somebody is not there.
public enum Absence {
    /// 404, as measured last.
    @JsonProperty("not-found")
    NOT_FOUND,
    /// 500, as older deployments did.
    @JsonProperty("internal-error")
    INTERNAL_ERROR
}
