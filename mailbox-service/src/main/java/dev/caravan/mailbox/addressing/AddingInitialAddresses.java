package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.InitialAddress;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.addressing.MailboxCommand.AddInitialAddresses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives mailboxes the address that they keep when their domain moves on.
final class AddingInitialAddresses implements Doing<AddInitialAddresses, AddingInitialAddresses.Observed, MailboxFact> {

    private final RecipientDirectory directory;

    AddingInitialAddresses(RecipientDirectory directory) {
        this.directory = directory;
    }

    /// @param mailboxes how many of those asked for are there
    /// @param nameless those without an address in the initial domain, with a free one for each
    record Observed(String initialDomain, int mailboxes, List<Named> nameless) {}

    /// A mailbox and an address that nobody has.
    record Named(Recipient mailbox, String address) {}

    @Override
    public Outcome<Observed> observe(AddInitialAddresses command, Call call) {
        return directory
                .initialDomain(call)
                .then(domain -> directory.mailboxes(command.mailboxes(), call).then(mailboxes -> {
                    var nameless = mailboxes.values().stream()
                            .filter(mailbox -> InitialAddress.isMissing(mailbox, domain))
                            .toList();
                    return named(nameless, domain, new Names(new ArrayList<>(), new HashSet<>()), 1, call)
                            .map(names -> new Observed(domain, mailboxes.size(), names));
                }));
    }

    /// The names that were found so far, and all of them for looking up.
    private record Names(List<Named> all, Set<String> given) {}

    /// Asks for the plain names of all, then for numbered ones of those whose names are taken, round after round.
    private Outcome<List<Named>> named(List<Recipient> nameless, String domain, Names names, int number, Call call) {
        if (nameless.isEmpty()) {
            return Outcome.done(List.copyOf(names.all()));
        }
        if (number > InitialAddress.NUMBERS_MAX) {
            return Outcome.failedForGood(
                    "no-free-name",
                    "no free address in %s for %s"
                            .formatted(domain, nameless.getFirst().displayName()));
        }
        var candidates = nameless.stream()
                .map(mailbox -> InitialAddress.candidate(mailbox, domain, number))
                .distinct()
                .toList();
        return directory.free(candidates, call).then(free -> {
            var left = new ArrayList<Recipient>();
            for (var mailbox : nameless) {
                var candidate = InitialAddress.candidate(mailbox, domain, number);
                if (free.contains(candidate) && names.given().add(candidate)) {
                    names.all().add(new Named(mailbox, candidate));
                } else {
                    left.add(mailbox);
                }
            }
            return named(left, domain, names, number + 1, call);
        });
    }

    @Override
    public Plan plan(AddInitialAddresses command, Observed observed) {
        var changes = observed.nameless().stream()
                .flatMap(named ->
                        InitialAddress.plan(named.mailbox(), observed.initialDomain(), named.address()).stream())
                .toList();
        return Plan.of(changes, observed.mailboxes());
    }

    @Override
    public Outcome<MailboxFact> apply(AddInitialAddresses command, Observed observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var present = observed.mailboxes();
        return directory
                .change(plan.changes(), call)
                .map(_ -> new MailboxFact.AddressesChanged(
                        applied, present - applied, command.mailboxes().size() - present));
    }
}
