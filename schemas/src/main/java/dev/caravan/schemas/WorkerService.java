package dev.caravan.schemas;

import dev.caravan.schemas.dns.Dns;
import dev.caravan.schemas.inventory.Inventory;
import dev.caravan.schemas.license.License;
import dev.caravan.schemas.mailbox.Mailbox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Protocol;

/// The services that act on remotes. Each owns one commands topic, one events topic and one page of Avro IDL.
public enum WorkerService {
    INVENTORY("inventory", Inventory.PROTOCOL),
    DNS("dns", Dns.PROTOCOL),
    MAILBOX("mailbox", Mailbox.PROTOCOL),
    LICENSE("license", License.PROTOCOL);

    private final String word;
    private final List<Protocol> vocabulary;

    WorkerService(String word, Protocol... vocabulary) {
        this.word = word;
        this.vocabulary = List.of(vocabulary);
    }

    /// The service whose commands begin with that word, as `dns` in `dns.LowerTtl`.
    public static Optional<WorkerService> named(String word) {
        return Arrays.stream(values())
                .filter(service -> service.word.equals(word))
                .findFirst();
    }

    /// The word that topics and command names begin with.
    public String word() {
        return word;
    }

    public String commandsTopic() {
        return "caravan." + word + ".commands";
    }

    public String eventsTopic() {
        return "caravan." + word + ".events";
    }

    List<Protocol> vocabulary() {
        return vocabulary;
    }
}
