/// A caching resolver: what the rest of the world sees of the zones, as late as its cache lets it.
@NullMarked
package dev.caravan.simulator.dns.resolve;

import org.jspecify.annotations.NullMarked;
