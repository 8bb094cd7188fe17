/// Secrets: the one place that turns a reference into what it names.
@NullMarked
package dev.caravan.kit.credentials;

import org.jspecify.annotations.NullMarked;
