/// The domains that a tenant holds: one port, and what reaches it.
@NullMarked
package dev.caravan.dns.tenant;

import org.jspecify.annotations.NullMarked;
