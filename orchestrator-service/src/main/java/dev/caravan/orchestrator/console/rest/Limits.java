package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;

/// How much one answer may hold.
final class Limits {

    private Limits() {}

    static int checked(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw Problems.field("limit", "a number from 1 to " + max);
        }
        return limit;
    }
}
