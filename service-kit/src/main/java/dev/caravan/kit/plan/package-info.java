/// What a worker intends to change before it changes anything, in a form that people can read and refuse. Pure.
@NullMarked
package dev.caravan.kit.plan;

import org.jspecify.annotations.NullMarked;
