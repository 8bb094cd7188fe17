package dev.caravan.license.tenant;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.license.chat.LicensedUser;
import dev.caravan.license.chat.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The licences of the tenant of a call's connection, and of its users.
public interface UserLicences {

    Outcome<List<Sku>> skus(Call call);

    /// By their id; one that is not there any more is missing.
    Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call);

    /// Carries changes of plans out, each user's for itself; licences that a change does not name stay
    /// as they are.
    ///
    /// @return [Outcome.Failed] names the users whose change was refused; the others have theirs
    Outcome<Integer> change(List<Change> changes, Call call);
}
