/// Handing whole zones and their changes to others: AXFR (RFC 5936) and IXFR (RFC 1995).
@NullMarked
package dev.caravan.simulator.dns.transfer;

import org.jspecify.annotations.NullMarked;
