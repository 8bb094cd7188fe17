/// Zones as master files hold them and as name servers answer for them.
@NullMarked
package dev.caravan.launcher.zone;

import org.jspecify.annotations.NullMarked;
