/// A stand-in for the people of a run. It knows only what anybody with the REST API's address knows.
@NullMarked
package dev.caravan.launcher.standin;

import org.jspecify.annotations.NullMarked;
