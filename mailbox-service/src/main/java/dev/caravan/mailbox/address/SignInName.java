package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A user's sign-in name, which leaves the moving domains before they are removed. Exchange gives the mailbox an
/// address
/// of that name, and whether it makes that the primary one Microsoft does not say: so it is said here, both ways.
public final class SignInName {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "user";
    /// The property that holds the name, as the directory calls it.
    public static final String PROPERTY = "userPrincipalName";

    private SignInName() {}

    /// Whether a recorded change is one of sign-in names.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// Whether a recorded change is one of addresses that came with a sign-in name.
    public static boolean isOfAddresses(Change change) {
        return change.kind().equals(KIND) && change.property().equals(AddressChanges.PROPERTY);
    }

    /// Whether the user cannot keep its name.
    public static boolean isMoving(User user, MovingDomains domains) {
        return domains.hold(user.signInName());
    }

    /// The same name in the initial domain, as far as nobody else has it.
    public static NameWish wish(User user) {
        return new NameWish(user.id(), user.ids(), Address.local(user.signInName()));
    }

    /// What changes when the user gets that name.
    public static List<Change> plan(User user, MovingDomains domains, String name) {
        return Stream.concat(
                        Stream.of(renaming(user, name)),
                        user.recipient().flatMap(recipient -> addresses(user, recipient, domains, name)).stream())
                .toList();
    }

    /// A primary address that does not move stays the primary one.
    private static Optional<Change> addresses(User user, Recipient recipient, MovingDomains domains, String name) {
        var isPrimaryMoving =
                recipient.addresses().primary().filter(domains::hold).isPresent();
        var after = isPrimaryMoving
                ? recipient.addresses().withPrimary(name)
                : recipient.addresses().with(name);
        return after.isSameAs(recipient.addresses())
                ? Optional.empty()
                : Optional.of(AddressChanges.change(
                        KIND,
                        user.id(),
                        recipient.addresses(),
                        after,
                        "%s has %s as %s address"
                                .formatted(recipient.displayName(), name, isPrimaryMoving ? "primary" : "another")));
    }

    /// The way back of recorded changes of names, and of the addresses that came with them; who was renamed by others
    /// since keeps that name.
    ///
    /// @param users those that are still there, by their id
    public static Plan reversion(Map<String, User> users, Collection<Change> recorded) {
        var recipients = new HashMap<String, Recipient>();
        users.values().forEach(user -> user.recipient().ifPresent(recipient -> recipients.put(user.id(), recipient)));
        var addresses = AddressReversion.plan(
                recipients, recorded.stream().filter(SignInName::isOfAddresses).toList());
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded.stream().filter(SignInName::isOne).toList()) {
            var user = users.get(change.id());
            var before = String.join("", change.before());
            if (user == null) {
                conflicts.add(conflict(change, List.of(), "the user has been removed since and stays so"));
            } else if (change.after().stream().anyMatch(user.signInName()::equalsIgnoreCase)) {
                changes.add(renaming(user, before));
            } else if (!user.signInName().equalsIgnoreCase(before)) {
                conflicts.add(conflict(
                        change,
                        List.of(user.signInName()),
                        "%s was renamed to %s by others and stays so"
                                .formatted(user.displayName(), user.signInName())));
            }
        }
        changes.addAll(addresses.changes());
        conflicts.addAll(addresses.conflicts());
        return new Plan(changes, conflicts, users.size());
    }

    private static Change renaming(User user, String name) {
        return new Change(
                KIND,
                user.id(),
                PROPERTY,
                List.of(user.signInName()),
                List.of(name),
                "%s signs in as %s instead of %s".formatted(user.displayName(), name, user.signInName()));
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
