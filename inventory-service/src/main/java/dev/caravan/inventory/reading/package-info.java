/// How tenants are read, whatever they live on.
@NullMarked
package dev.caravan.inventory.reading;

import org.jspecify.annotations.NullMarked;
