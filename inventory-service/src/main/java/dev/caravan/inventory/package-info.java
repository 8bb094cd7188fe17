/// Takes immutable snapshots of what a tenant holds.
@NullMarked
package dev.caravan.inventory;

import org.jspecify.annotations.NullMarked;
