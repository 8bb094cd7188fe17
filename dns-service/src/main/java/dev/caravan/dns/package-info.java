/// dns-service: what a migration reads and changes in the DNS.
///
/// [dev.caravan.dns.zone] is the pure core; [dev.caravan.dns.records] has a handler per command; hosts of zones are
/// adapters in [dev.caravan.dns.provider], the world's name servers in [dev.caravan.dns.authority].
@NullMarked
package dev.caravan.dns;

import org.jspecify.annotations.NullMarked;
