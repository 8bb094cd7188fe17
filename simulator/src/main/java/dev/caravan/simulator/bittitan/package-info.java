/// BitTitan's PowerShell cmdlets behind a runner: customers, endpoints, projects, items, their passes and licences.
///
/// What BitTitan does later happens at simulated instants that follow from what was asked for; nothing waits for them.
@NullMarked
package dev.caravan.simulator.bittitan;

import org.jspecify.annotations.NullMarked;
