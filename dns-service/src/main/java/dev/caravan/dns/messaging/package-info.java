/// The service's commands and facts on the wire: each record one line of an exhaustive switch.
@NullMarked
package dev.caravan.dns.messaging;

import org.jspecify.annotations.NullMarked;
