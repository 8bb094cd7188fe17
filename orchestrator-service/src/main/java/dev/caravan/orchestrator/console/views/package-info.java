/// What every instance knows without asking: the views of all runs and the connections, held in memory from compacted
/// topics.
@NullMarked
package dev.caravan.orchestrator.console.views;

import org.jspecify.annotations.NullMarked;
