/// What test mailboxes are filled with, and whether a copy holds it: nouns and planning, nothing else.
@NullMarked
package dev.caravan.mailbox.trial;

import org.jspecify.annotations.NullMarked;
