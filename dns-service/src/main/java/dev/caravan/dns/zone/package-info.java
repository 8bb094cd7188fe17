/// Zones and what a migration changes in them: names, RRsets, and the planning of TTLs and reversions. Pure.
@NullMarked
package dev.caravan.dns.zone;

import org.jspecify.annotations.NullMarked;
