/// What all answers over HTTP have in common: problem details for whatever goes wrong, who calls, how long to wait, and
/// what no browser page of somebody else may do here.
@NullMarked
package dev.caravan.orchestrator.console.http;

import org.jspecify.annotations.NullMarked;
