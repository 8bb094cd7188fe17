/// What every worker shares: the command loop, outcomes, limits and health.
@NullMarked
package dev.caravan.kit;

import org.jspecify.annotations.NullMarked;
