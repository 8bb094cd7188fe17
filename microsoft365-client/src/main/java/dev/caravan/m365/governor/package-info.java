/// How much may be asked of Microsoft's hosts, and by whom next.
///
/// [dev.caravan.m365.governor.Governor] holds a budget for each tenant, API and application, and one for each
/// application over all its tenants. A budget's rate grows by little steps while the host carries what it is asked,
/// falls by a share when it throttles, and slows down before that where the host says how full it is. Nothing here
/// waits or reads a clock: whoever asks is told for how long to wait, at an instant that he passes in.
@NullMarked
package dev.caravan.m365.governor;

import org.jspecify.annotations.NullMarked;
