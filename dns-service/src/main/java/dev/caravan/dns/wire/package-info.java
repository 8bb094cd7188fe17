/// DNS messages on the wire, through dnsjava: where servers are reached, how a question is asked, how RRsets are read.
@NullMarked
package dev.caravan.dns.wire;

import org.jspecify.annotations.NullMarked;
