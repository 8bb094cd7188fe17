/// What refers to a domain without taking mail, and the planning of how it lets go. Pure.
@NullMarked
package dev.caravan.mailbox.reference;

import org.jspecify.annotations.NullMarked;
