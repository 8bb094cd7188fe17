/// What the world's name servers say of a zone, asked without any credential.
@NullMarked
package dev.caravan.dns.authority;

import org.jspecify.annotations.NullMarked;
