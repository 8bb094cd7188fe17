/// Domains as objects of a tenant, and the planning of what becomes of them. Pure.
@NullMarked
package dev.caravan.dns.domain;

import org.jspecify.annotations.NullMarked;
