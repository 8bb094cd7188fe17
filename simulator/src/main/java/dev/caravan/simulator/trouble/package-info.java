/// What goes wrong between an application and the APIs of its tenant, as people have asked for it.
@NullMarked
package dev.caravan.simulator.trouble;

import org.jspecify.annotations.NullMarked;
