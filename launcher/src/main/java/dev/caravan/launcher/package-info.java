/// The caravan command: starts, supervises and reports.
@NullMarked
package dev.caravan.launcher;

import org.jspecify.annotations.NullMarked;
