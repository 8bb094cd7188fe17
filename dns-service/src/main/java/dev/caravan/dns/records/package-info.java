/// What the service does to zones: its commands, the facts that it tells, and a handler for each command.
@NullMarked
package dev.caravan.dns.records;

import org.jspecify.annotations.NullMarked;
