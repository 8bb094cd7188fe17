/// Letters that come into mailboxes of the destination on account of a move, and that a back-out leaves there: noting
/// from when on they come, and counting them. Pure.
@NullMarked
package dev.caravan.mailbox.arrival;

import org.jspecify.annotations.NullMarked;
