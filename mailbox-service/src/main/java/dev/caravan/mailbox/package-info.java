/// Changes mailboxes, groups and addresses at both tenants.
@NullMarked
package dev.caravan.mailbox;

import org.jspecify.annotations.NullMarked;
