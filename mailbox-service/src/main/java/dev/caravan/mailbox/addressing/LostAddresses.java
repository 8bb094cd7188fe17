package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.pairing.MovedAddresses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.Targets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Looks up whom recorded changes of addresses concern, at both tenants.
record LostAddresses(RecipientDirectory directory, Targets targets) {

    /// @param addresses those that a change has to do with
    Outcome<MovedAddresses.Observed> observe(
            Collection<Change> changes, Function<Change, List<String>> addresses, Target tenant, Call call) {
        var concerned = changes.stream()
                .filter(change -> !addresses.apply(change).isEmpty())
                .toList();
        var ids = concerned.stream().map(Change::id).distinct().toList();
        var lost = concerned.stream()
                .flatMap(change -> addresses.apply(change).stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return call.through(tenant)
                .then(source -> directory.recipients(ids, source))
                .then(sources -> targets.of(
                                sources.values().stream().map(Recipient::guid).toList(), call)
                        .then(found -> directory
                                .recipients(lost, call)
                                .map(holders -> new MovedAddresses.Observed(sources, found, holders))));
    }
}
