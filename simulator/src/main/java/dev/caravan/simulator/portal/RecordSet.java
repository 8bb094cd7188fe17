package dev.caravan.simulator.portal;

import java.util.List;

/// All records of one name and type, as the DNS host's portal shows them.
///
/// @param name the owner in full, lower case, without the final dot; the zone's own name for its apex
/// @param type such as `MX`
/// @param ttl seconds
/// @param values a record's data each, as a master file writes it, with full names
public record RecordSet(String name, String type, long ttl, List<String> values) {}
