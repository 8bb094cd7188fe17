/// Mailboxes as Exchange Online has them.
@NullMarked
package dev.caravan.license.tenant.m365;

import org.jspecify.annotations.NullMarked;
