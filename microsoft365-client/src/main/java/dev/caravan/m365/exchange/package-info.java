/// Cmdlets of Exchange Online over the REST interface that Microsoft's own PowerShell module speaks.
@NullMarked
package dev.caravan.m365.exchange;

import org.jspecify.annotations.NullMarked;
