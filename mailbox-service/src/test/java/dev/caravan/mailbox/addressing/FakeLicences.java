package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.recipient.Licences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Users and their licences. Exchange knows whoever has a licence, at once or when the test says so.
final class FakeLicences implements Licences {

    static final String SKU = "sku-mail";

    private final Map<String, LicensedUser> users = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();
    private boolean isSlow;

    FakeLicences user(String id, String location, boolean hasRecipient, String... addresses) {
        users.put(
                id,
                new LicensedUser(
                        id, id, List.of(addresses), location, hasRecipient ? List.of(SKU) : List.of(), hasRecipient));
        return this;
    }

    FakeLicences slow() {
        isSlow = true;
        return this;
    }

    void catchUp() {
        users.replaceAll((_, user) -> with(
                user, user.usageLocation(), user.licences(), !user.licences().isEmpty()));
    }

    Map<String, LicensedUser> all() {
        return users;
    }

    List<Change> changed() {
        return changed;
    }

    @Override
    public Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<>(users);
        found.keySet().retainAll(ids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<List<Subscription>> all(Call call) {
        return Outcome.done(List.of(new Subscription(SKU, "ENTERPRISEPACK", true, 1)));
    }

    @Override
    public Outcome<String> country(Call call) {
        return Outcome.done("DE");
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        for (var change : changes) {
            users.computeIfPresent(
                    change.id(),
                    (_, user) -> change.property().equals(LentLicences.LOCATION)
                            ? with(user, String.join("", change.after()), user.licences(), user.hasRecipient())
                            : with(
                                    user,
                                    user.usageLocation(),
                                    change.after(),
                                    !change.after().isEmpty() && !isSlow));
        }
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }

    private static LicensedUser with(LicensedUser user, String location, List<String> licences, boolean hasRecipient) {
        return new LicensedUser(user.id(), user.displayName(), user.addresses(), location, licences, hasRecipient);
    }
}
