/// Where recipients live: one port, and one folder for each kind of place, all alike.
@NullMarked
package dev.caravan.mailbox.recipient;

import org.jspecify.annotations.NullMarked;
