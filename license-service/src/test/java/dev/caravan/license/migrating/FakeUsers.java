package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.license.chat.AssignedLicence;
import dev.caravan.license.chat.ChatPlans;
import dev.caravan.license.chat.LicensedUser;
import dev.caravan.license.chat.Sku;
import dev.caravan.license.tenant.UserLicences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Users with a licence each, of Teams, Skype and Exchange.
public final class FakeUsers implements UserLicences {

    static final String SKU = "00000000-0000-0000-0000-00000000000a";
    static final String TEAMS = "00000000-0000-0000-0000-000000000001";
    static final String SKYPE = "00000000-0000-0000-0000-000000000002";
    static final String EXCHANGE = "00000000-0000-0000-0000-000000000003";

    private final Map<String, LicensedUser> users = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();

    FakeUsers user(String id, String... disabled) {
        users.put(id, new LicensedUser(id, id, List.of(new AssignedLicence(SKU, List.of(disabled))), Set.of()));
        return this;
    }

    FakeUsers ofGroup(String id) {
        users.put(id, new LicensedUser(id, id, List.of(new AssignedLicence(SKU, List.of())), Set.of(SKU)));
        return this;
    }

    List<Change> changed() {
        return changed;
    }

    List<String> disabledOf(String id) {
        return Optional.ofNullable(users.get(id))
                .orElseThrow()
                .licences()
                .getFirst()
                .disabledPlans();
    }

    @Override
    public Outcome<List<Sku>> skus(Call call) {
        return Outcome.done(List.of(new Sku(
                SKU,
                "ENTERPRISEPACK",
                List.of(
                        new Sku.ServicePlan(TEAMS, "TEAMS1", true),
                        new Sku.ServicePlan(SKYPE, "MCOSTANDARD", true),
                        new Sku.ServicePlan(EXCHANGE, "EXCHANGE_S_ENTERPRISE", true)))));
    }

    @Override
    public Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<>(users);
        found.keySet().retainAll(ids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        changes.forEach(change -> users.computeIfPresent(
                change.id(),
                (id, user) -> new LicensedUser(id, user.displayName(), ChatPlans.wanted(change), user.ofGroups())));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }
}
