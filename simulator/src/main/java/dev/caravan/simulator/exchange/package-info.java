/// Exchange Online's REST interface to its cmdlets, as Microsoft's own PowerShell module speaks it.
@NullMarked
package dev.caravan.simulator.exchange;

import org.jspecify.annotations.NullMarked;
