/// Recipients of Exchange Online.
@NullMarked
package dev.caravan.mailbox.recipient.m365;

import org.jspecify.annotations.NullMarked;
