package dev.caravan.simulator.mail;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.Tenant;
import java.util.Optional;

/// Somebody writes to somebody.
///
/// @param sender the tenant that the writer's mailbox is in; empty for a writer outside
/// @param outside true if the reader is outside of all worlds
record Letter(String from, Address to, Optional<Tenant> sender, boolean outside) {}
