/// The tenants that mail is copied between, as far as it matters from where to where.
@NullMarked
package dev.caravan.license.tenant;

import org.jspecify.annotations.NullMarked;
