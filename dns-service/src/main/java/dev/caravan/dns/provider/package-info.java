/// Where zones are hosted: one port, and one folder per kind of host, all alike.
@NullMarked
package dev.caravan.dns.provider;

import org.jspecify.annotations.NullMarked;
