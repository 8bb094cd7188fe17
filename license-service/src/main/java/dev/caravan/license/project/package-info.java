/// A project at BitTitan with its customer and endpoints, and what has to change so that it is there or gone. Pure.
@NullMarked
package dev.caravan.license.project;

import org.jspecify.annotations.NullMarked;
