package dev.caravan.dns.provider;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of host that this service knows, by the word that connections use.
public final class DnsProviders {

    private static final String SETTING = "provider";

    private final Map<String, DnsProvider> byWord;

    public DnsProviders(Collection<DnsProvider> providers) {
        this.byWord = providers.stream()
                .collect(Collectors.toMap(DnsProvider::word, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /// The provider of that connection. [Outcome.Refused] when its setting names none that is known.
    public Outcome<DnsProvider> of(Connection connection) {
        String word = connection.setting(SETTING).orElse("");
        DnsProvider provider = byWord.get(word);
        return provider == null
                ? Outcome.refused(
                        "unknown-provider",
                        "connection %s: setting %s is \"%s\", known are %s"
                                .formatted(connection.connectionId(), SETTING, word, byWord.keySet()))
                : Outcome.done(provider);
    }
}
