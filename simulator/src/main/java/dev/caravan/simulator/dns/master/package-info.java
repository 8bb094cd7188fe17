/// Master files (RFC 1035): read with every place remembered, so that a changed zone is written back with nothing but
/// its changed records changed.
@NullMarked
package dev.caravan.simulator.dns.master;

import org.jspecify.annotations.NullMarked;
