/// What a person sees: lines, and on a real terminal one more that is rewritten in place.
@NullMarked
package dev.caravan.launcher.terminal;

import org.jspecify.annotations.NullMarked;
