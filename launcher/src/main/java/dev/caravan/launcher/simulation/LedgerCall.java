package dev.caravan.launcher.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call as the simulator's ledger has it, as much of it as has to be counted.
///
/// @param seq from 1, without a gap
/// @param time simulated
/// @param tenant null where it was for none
/// @param target the path, or the cmdlet
/// @param status as a number, or a word where there was no answer
public record LedgerCall(
        long seq, Instant time, @Nullable String tenant, String api, String method, String target, String status) {}
