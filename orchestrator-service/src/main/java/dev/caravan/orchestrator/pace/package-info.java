/// Tells whoever keeps a simulated clock whether everything waits, and until when.
@NullMarked
package dev.caravan.orchestrator.pace;

import org.jspecify.annotations.NullMarked;
