/// What the service does to addresses: its commands, the facts that it tells, and a handler for each command.
@NullMarked
package dev.caravan.mailbox.addressing;

import org.jspecify.annotations.NullMarked;
