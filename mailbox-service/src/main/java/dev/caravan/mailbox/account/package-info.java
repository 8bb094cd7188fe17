/// Accounts that a move needs and that go with it: nouns and planning, nothing else.
@NullMarked
package dev.caravan.mailbox.account;

import org.jspecify.annotations.NullMarked;
