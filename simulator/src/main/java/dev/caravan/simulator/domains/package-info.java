/// How long Microsoft takes over domains, and where it looks for the proof that one is somebody's.
@NullMarked
package dev.caravan.simulator.domains;

import org.jspecify.annotations.NullMarked;
