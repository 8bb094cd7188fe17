/// Who may open the mailboxes of others, and what has to change of it: nouns and planning, nothing else.
@NullMarked
package dev.caravan.mailbox.access;

import org.jspecify.annotations.NullMarked;
