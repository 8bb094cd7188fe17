/// Promises that no single service can keep, proven through the launcher, and documents that are made from all modules.
@NullMarked
package dev.caravan.acceptance;

import org.jspecify.annotations.NullMarked;
