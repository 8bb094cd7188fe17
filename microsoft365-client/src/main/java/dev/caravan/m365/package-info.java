/// How services talk to a Microsoft 365 tenant.
///
/// [dev.caravan.m365.Microsoft365] is the way in. [dev.caravan.m365.graph] reads and changes what Entra ID knows,
/// [dev.caravan.m365.exchange] runs cmdlets of Exchange Online. Both make their requests through
/// [dev.caravan.m365.call]: with tokens from [dev.caravan.m365.token], when [dev.caravan.m365.governor] gives leave, to
/// the hosts that [dev.caravan.m365.wire] knows.
@NullMarked
package dev.caravan.m365;

import org.jspecify.annotations.NullMarked;
