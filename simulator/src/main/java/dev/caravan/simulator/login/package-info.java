/// Signing in to a tenant as an application: access tokens, and what they allow.
@NullMarked
package dev.caravan.simulator.login;

import org.jspecify.annotations.NullMarked;
