/// Passes over items: which to submit, when they have ended, and which to stop. Pure.
@NullMarked
package dev.caravan.license.pass;

import org.jspecify.annotations.NullMarked;
