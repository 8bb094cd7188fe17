/// The workers' one loop: commands come from a consumer group into lanes, are carried out by the book, and are
/// acknowledged when their outcome is told.
@NullMarked
package dev.caravan.kit.loop;

import org.jspecify.annotations.NullMarked;
