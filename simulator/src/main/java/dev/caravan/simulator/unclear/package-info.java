/// What Microsoft does not say, or says in two ways: a switch each, so that a client can be tried in every position.
@NullMarked
package dev.caravan.simulator.unclear;

import org.jspecify.annotations.NullMarked;
