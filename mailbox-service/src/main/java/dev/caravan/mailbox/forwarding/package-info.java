/// Where mailboxes pass their mail on to, and the planning of its end and return. Pure.
@NullMarked
package dev.caravan.mailbox.forwarding;

import org.jspecify.annotations.NullMarked;
