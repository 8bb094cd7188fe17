/// Runs as the public REST API shows them.
@NullMarked
package dev.caravan.launcher.runs;

import org.jspecify.annotations.NullMarked;
