/// `mailbox.avdl` as sealed types.
@NullMarked
package dev.caravan.mailbox.messaging;

import org.jspecify.annotations.NullMarked;
