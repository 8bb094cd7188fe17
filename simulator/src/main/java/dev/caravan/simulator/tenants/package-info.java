/// The tenants as they are now, wherever they are called from.
@NullMarked
package dev.caravan.simulator.tenants;

import org.jspecify.annotations.NullMarked;
