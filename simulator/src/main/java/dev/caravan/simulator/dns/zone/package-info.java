/// Zones as immutable versions: what they hold, how one version becomes the next, and what a name in one means.
@NullMarked
package dev.caravan.simulator.dns.zone;

import org.jspecify.annotations.NullMarked;
