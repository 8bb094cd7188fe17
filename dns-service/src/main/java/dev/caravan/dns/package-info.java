/// Observes, plans and changes DNS records and domain objects.
@NullMarked
package dev.caravan.dns;

import org.jspecify.annotations.NullMarked;
