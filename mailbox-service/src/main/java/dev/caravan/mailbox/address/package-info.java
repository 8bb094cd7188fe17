/// Addresses of recipients, and what has to change of them: nouns and planning, nothing else.
@NullMarked
package dev.caravan.mailbox.address;

import org.jspecify.annotations.NullMarked;
