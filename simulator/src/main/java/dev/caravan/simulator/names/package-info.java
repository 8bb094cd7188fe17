/// What a new name to sign in with does to the addresses of its user's mailbox, which Microsoft does not say.
@NullMarked
package dev.caravan.simulator.names;

import org.jspecify.annotations.NullMarked;
