/// What at the destination takes the place of something at the source: how both are paired, and the planning of
/// whatever a target needs. Pure.
@NullMarked
package dev.caravan.mailbox.pairing;

import org.jspecify.annotations.NullMarked;
