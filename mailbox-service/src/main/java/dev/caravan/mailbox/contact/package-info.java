/// Contacts that stand for people of another tenant, and what has to change of them: nouns and planning, nothing else.
@NullMarked
package dev.caravan.mailbox.contact;

import org.jspecify.annotations.NullMarked;
