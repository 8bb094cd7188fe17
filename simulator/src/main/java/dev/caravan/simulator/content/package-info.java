/// What is in mailboxes: how much, and item by item what was put there while the simulation ran.
@NullMarked
package dev.caravan.simulator.content;

import org.jspecify.annotations.NullMarked;
