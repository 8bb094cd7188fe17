/// How one request is made: when the governor gives leave, with a token that fits its tenant, and again only where that
/// does no harm.
@NullMarked
package dev.caravan.m365.call;

import org.jspecify.annotations.NullMarked;
