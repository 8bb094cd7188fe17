/// Items of a project: whose mailbox is copied where, who has a licence for it, and what has to change. Pure.
@NullMarked
package dev.caravan.license.item;

import org.jspecify.annotations.NullMarked;
