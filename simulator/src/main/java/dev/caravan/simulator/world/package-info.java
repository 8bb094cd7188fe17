/// Worlds: loading them faithfully, saying all that is wrong with them, and writing them back.
@NullMarked
package dev.caravan.simulator.world;

import org.jspecify.annotations.NullMarked;
