/// `inventory.avdl` as sealed types.
@NullMarked
package dev.caravan.inventory.messaging;

import org.jspecify.annotations.NullMarked;
