package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run as it is asked for.
///
/// @param runbook name of one that ships; null when the text comes along
/// @param runbookYaml the text of any other
/// @param runbookFile how messages call that text
/// @param connections connection id by role
/// @param t0 provisional
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRun(
        String title,
        String customerId,
        @Nullable String runbook,
        @Nullable String runbookYaml,
        @Nullable String runbookFile,
        Map<String, String> connections,
        List<String> domains,
        String timeZone,
        Instant t0,
        Map<String, String> decisions) {}
