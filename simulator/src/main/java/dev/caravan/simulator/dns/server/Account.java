package dev.caravan.simulator.dns.server;

import org.xbill.DNS.Name;

/// A customer of the DNS host, who has one key for all zones of one world.
///
/// @param world the world's name
/// @param name the account as the ledger and the faults name it, such as `dns:fabrikam-to-contoso`
/// @param key the name of the TSIG key
public record Account(String world, String name, Name key) {}
