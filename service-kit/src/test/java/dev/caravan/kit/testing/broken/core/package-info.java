/// Breaks house rules, so that a test sees them bite.
@NullMarked
package dev.caravan.kit.testing.broken.core;

import org.jspecify.annotations.NullMarked;
