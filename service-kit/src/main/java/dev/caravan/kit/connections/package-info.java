/// The remote accounts that commands may act on, as the connections topic says this very moment.
@NullMarked
package dev.caravan.kit.connections;

import org.jspecify.annotations.NullMarked;
