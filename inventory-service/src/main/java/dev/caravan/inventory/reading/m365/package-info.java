/// Tenants of Microsoft 365, read through Graph and Exchange Online.
@NullMarked
package dev.caravan.inventory.reading.m365;

import org.jspecify.annotations.NullMarked;
