/// Where the built parts of Caravan lie on this machine.
@NullMarked
package dev.caravan.launcher.layout;

import org.jspecify.annotations.NullMarked;
