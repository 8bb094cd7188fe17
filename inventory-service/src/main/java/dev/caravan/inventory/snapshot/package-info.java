/// What the service does to tenants: its commands, the facts that it tells, and a handler for each command.
@NullMarked
package dev.caravan.inventory.snapshot;

import org.jspecify.annotations.NullMarked;
