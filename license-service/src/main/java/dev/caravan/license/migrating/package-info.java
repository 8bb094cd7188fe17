/// The commands of a copy: project, items, licences, passes.
@NullMarked
package dev.caravan.license.migrating;

import org.jspecify.annotations.NullMarked;
