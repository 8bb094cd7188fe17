/// Tokens, Graph and Exchange Online, with paging, batching, error mapping and one governor.
@NullMarked
package dev.caravan.m365;

import org.jspecify.annotations.NullMarked;
