/// Zones on servers that take dynamic updates: AXFR to read, RFC 2136 with TSIG to change (BIND, Knot, PowerDNS, …).
@NullMarked
package dev.caravan.dns.provider.rfc2136;

import org.jspecify.annotations.NullMarked;
