/// Child processes: start, readiness, supervision, and an orderly end of all of them.
@NullMarked
package dev.caravan.launcher.process;

import org.jspecify.annotations.NullMarked;
