/// Authoritative name servers and a caching resolver on the simulated clock.
@NullMarked
package dev.caravan.simulator.dns;

import org.jspecify.annotations.NullMarked;
