/// The name servers: primaries that take updates, secondaries that transfer from them, and what they are asked to get
/// wrong.
@NullMarked
package dev.caravan.simulator.dns.server;

import org.jspecify.annotations.NullMarked;
