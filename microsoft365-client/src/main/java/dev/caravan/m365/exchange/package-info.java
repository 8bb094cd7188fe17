/// Cmdlets of Exchange Online over REST: by the interface that Microsoft's own PowerShell module
/// speaks, and where it is wanted by the one that is documented.
@NullMarked
package dev.caravan.m365.exchange;

import org.jspecify.annotations.NullMarked;
