/// Has BitTitan copy mailboxes: projects, items, licences, passes.
@NullMarked
package dev.caravan.license;

import org.jspecify.annotations.NullMarked;
