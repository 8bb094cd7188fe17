package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.chat.ChatPlans;
import dev.caravan.license.chat.LicensedUser;
import dev.caravan.license.chat.Sku;
import dev.caravan.license.migrating.LicenseCommand.DisableChatPlans;
import dev.caravan.license.tenant.UserLicences;
import java.util.List;
import java.util.Map;

/// Switches Teams and Skype off. Users who have them from a group are told, and hinder nobody.
final class DisablingChatPlans implements Doing<DisableChatPlans, DisablingChatPlans.Observed, LicenseFact> {

    private final UserLicences tenant;

    DisablingChatPlans(UserLicences tenant) {
        this.tenant = tenant;
    }

    record Observed(List<Sku> skus, Map<String, LicensedUser> users) {}

    @Override
    public Outcome<Observed> observe(DisableChatPlans command, Call call) {
        return tenant.skus(call)
                .then(skus -> tenant.users(command.users(), call).map(users -> new Observed(skus, users)));
    }

    @Override
    public Plan plan(DisableChatPlans command, Observed observed) {
        return ChatPlans.disabling(observed.users().values(), observed.skus());
    }

    @Override
    public Outcome<LicenseFact> apply(DisableChatPlans command, Observed observed, Plan plan, Call call) {
        var present = observed.users().size();
        var ofGroups = ChatPlans.ofGroups(observed.users().values(), observed.skus());
        return tenant.change(plan.changes(), call)
                .then(applied -> ofGroups.isEmpty()
                        ? Outcome.done(new LicenseFact.ChatPlansDisabled(
                                applied, present - applied, command.users().size() - present))
                        : EachOf.failed(ofGroups));
    }
}
