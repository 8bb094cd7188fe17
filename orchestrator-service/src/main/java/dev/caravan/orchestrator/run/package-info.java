/// The process of a run: what it folds from inputs, and what it answers; no clock, no chance, no I/O.
///
/// A [Run] is the folded value, a [RunInput] what happens to it, a [RunEffect] what it
/// asks of the world, a [RunEvent] what it tells. States are sealed records whose methods are the legal transitions.
@NullMarked
package dev.caravan.orchestrator.run;

import org.jspecify.annotations.NullMarked;
