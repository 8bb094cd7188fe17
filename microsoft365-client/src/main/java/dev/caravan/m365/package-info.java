/// How services talk to a Microsoft 365 tenant.
///
/// [dev.caravan.m365.Microsoft365] is the way in. [dev.caravan.m365.graph] reads and changes what Entra ID knows,
/// [dev.caravan.m365.exchange] runs cmdlets of Exchange Online; both get their tokens from [dev.caravan.m365.token] and
/// find their hosts through [dev.caravan.m365.wire].
@NullMarked
package dev.caravan.m365;

import org.jspecify.annotations.NullMarked;
