/// Answering questions from zones with authority.
@NullMarked
package dev.caravan.simulator.dns.answer;

import org.jspecify.annotations.NullMarked;
