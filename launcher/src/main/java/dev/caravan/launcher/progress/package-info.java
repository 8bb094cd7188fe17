/// What a run's views say to somebody who watches a terminal.
@NullMarked
package dev.caravan.launcher.progress;

import org.jspecify.annotations.NullMarked;
