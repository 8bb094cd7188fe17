/// What a demo leaves behind for programs: one JSON file.
@NullMarked
package dev.caravan.launcher.report;

import org.jspecify.annotations.NullMarked;
