package dev.caravan.inventory.reading;

import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Mastery;
import dev.caravan.inventory.tenant.Protocols;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;
import java.util.Optional;

/// Reads the tenant of a command's connection.
public interface TenantReader {

    /// Where reading goes on, as one word that only the reader understands.
    record Bookmark(String text) {}

    /// Some of what the tenant holds.
    ///
    /// @param next where it goes on; empty after the last part
    record Part(List<CapturedObject> objects, Optional<Bookmark> next) {

        public Part {
            objects = List.copyOf(objects);
        }
    }

    /// The next part of everything, each object exactly once.
    ///
    /// @param from where the part before ended; empty for the first
    Outcome<Part> read(Optional<Bookmark> from, Call call);

    /// Everything that refers to a domain, in any order; an object may come twice.
    Outcome<List<Dependency>> referringTo(DomainName domain, Call call);

    /// Who has addresses in a domain, whether that is the tenant's or not, in any order; an object may come twice.
    Outcome<List<Dependency>> addressedIn(DomainName domain, Call call);

    /// Who decides over the tenant's domains and people.
    Outcome<Mastery> mastery(Call call);

    /// How open the tenant is to migration tools.
    Outcome<Protocols> protocols(Call call);
}
