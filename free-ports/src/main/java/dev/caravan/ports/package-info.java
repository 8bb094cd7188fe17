/// For tests: ports for what they start.
@NullMarked
package dev.caravan.ports;

import org.jspecify.annotations.NullMarked;
