/// DNS on the wire: UDP and TCP listeners, TSIG, EDNS and truncation.
@NullMarked
package dev.caravan.simulator.dns.wire;

import org.jspecify.annotations.NullMarked;
