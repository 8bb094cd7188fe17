/// What a tenant holds, and what of it refers to a domain: nouns and their rules, nothing else.
@NullMarked
package dev.caravan.inventory.tenant;

import org.jspecify.annotations.NullMarked;
