/// Microsoft Graph v1.0, as much of it as a migration asks for; whatever else is asked is refused, not guessed.
@NullMarked
package dev.caravan.simulator.graph;

import org.jspecify.annotations.NullMarked;
