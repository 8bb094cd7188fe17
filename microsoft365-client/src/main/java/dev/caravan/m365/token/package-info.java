/// Tokens for an application in a tenant, without any user (OAuth 2.0 client credentials), through msal4j.
@NullMarked
package dev.caravan.m365.token;

import org.jspecify.annotations.NullMarked;
