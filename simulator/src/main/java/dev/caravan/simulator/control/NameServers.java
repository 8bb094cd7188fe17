package dev.caravan.simulator.control;

import java.util.Map;

/// Where the simulated name servers listen.
public interface NameServers {

    /// Address and port by server name with the final dot, such as `ns1.fabrikam.example.` → `127.0.0.1:29010`.
    Map<String, String> servers();

    /// Address and port of the caching resolver.
    String resolver();
}
