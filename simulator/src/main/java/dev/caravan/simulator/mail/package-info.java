/// Senders outside, who mail the simulated organisations and know nothing but DNS.
@NullMarked
package dev.caravan.simulator.mail;

import org.jspecify.annotations.NullMarked;
