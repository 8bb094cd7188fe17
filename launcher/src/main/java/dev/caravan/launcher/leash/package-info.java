/// Ties child processes to the process that started them.
@NullMarked
package dev.caravan.launcher.leash;

import org.jspecify.annotations.NullMarked;
