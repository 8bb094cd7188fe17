/// Keeps one broken remote from costing others anything: circuit breaker and bulkhead per account and API.
@NullMarked
package dev.caravan.kit.resilience;

import org.jspecify.annotations.NullMarked;
