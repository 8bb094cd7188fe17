package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.license.chat.ChatPlans;
import dev.caravan.license.chat.LicensedUser;
import dev.caravan.license.migrating.LicenseCommand.RevertChatPlans;
import dev.caravan.license.tenant.UserLicences;
import java.util.Map;

/// Takes recorded changes of plans back.
final class RevertingChatPlans implements Doing<RevertChatPlans, Map<String, LicensedUser>, LicenseFact> {

    private final UserLicences tenant;

    RevertingChatPlans(UserLicences tenant) {
        this.tenant = tenant;
    }

    @Override
    public Outcome<Map<String, LicensedUser>> observe(RevertChatPlans command, Call call) {
        return tenant.users(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertChatPlans command, Map<String, LicensedUser> observed) {
        return ChatPlans.reverting(observed, command.changes());
    }

    @Override
    public Outcome<LicenseFact> apply(
            RevertChatPlans command, Map<String, LicensedUser> observed, Plan plan, Call call) {
        return tenant.change(plan.changes(), call)
                .map(applied -> new LicenseFact.ChatPlansReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
