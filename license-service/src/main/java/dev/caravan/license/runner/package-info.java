/// Talks to the program that runs BitTitan's cmdlets: one JSON object a line each way, over one lasting stream.
@NullMarked
package dev.caravan.license.runner;

import org.jspecify.annotations.NullMarked;
