/// Reserves and assigns migration licences.
@NullMarked
package dev.caravan.license;

import org.jspecify.annotations.NullMarked;
