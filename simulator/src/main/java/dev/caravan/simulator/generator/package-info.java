/// Worlds from a seed: any size, with the traps that real tenants hold.
@NullMarked
package dev.caravan.simulator.generator;

import org.jspecify.annotations.NullMarked;
