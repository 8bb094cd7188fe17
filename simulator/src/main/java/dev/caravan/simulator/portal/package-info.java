/// The DNS host's portal: how a person with a browser would change a zone.
@NullMarked
package dev.caravan.simulator.portal;

import org.jspecify.annotations.NullMarked;
