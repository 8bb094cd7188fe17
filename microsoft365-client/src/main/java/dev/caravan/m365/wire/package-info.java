/// Where Microsoft's hosts are reached, and what their answers mean.
@NullMarked
package dev.caravan.m365.wire;

import org.jspecify.annotations.NullMarked;
