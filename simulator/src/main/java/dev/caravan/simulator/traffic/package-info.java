/// Writes down what Graph is asked and answers, for whoever wants to hold it against Microsoft's description.
@NullMarked
package dev.caravan.simulator.traffic;

import org.jspecify.annotations.NullMarked;
