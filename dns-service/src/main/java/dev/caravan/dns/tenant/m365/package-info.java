/// A tenant's domains through Microsoft Graph.
@NullMarked
package dev.caravan.dns.tenant.m365;

import org.jspecify.annotations.NullMarked;
