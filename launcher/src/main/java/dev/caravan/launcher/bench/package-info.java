/// How fast the orchestrator is, and what a run costs that waits.
@NullMarked
package dev.caravan.launcher.bench;

import org.jspecify.annotations.NullMarked;
