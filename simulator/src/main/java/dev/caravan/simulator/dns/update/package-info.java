/// Changing a zone: dynamic updates by the letter of RFC 2136, and a person's edits by the same rules.
@NullMarked
package dev.caravan.simulator.dns.update;

import org.jspecify.annotations.NullMarked;
