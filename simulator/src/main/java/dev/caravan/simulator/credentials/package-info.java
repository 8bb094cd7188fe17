/// The sign-up desk: the secrets that callers of the simulated products identify themselves with.
@NullMarked
package dev.caravan.simulator.credentials;

import org.jspecify.annotations.NullMarked;
