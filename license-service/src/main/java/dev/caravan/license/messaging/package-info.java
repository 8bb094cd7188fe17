/// The service's vocabulary on the wire.
@NullMarked
package dev.caravan.license.messaging;

import org.jspecify.annotations.NullMarked;
