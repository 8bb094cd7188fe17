package dev.caravan.dns.records;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.List;

/// Has a tenant sign letters of domains, or sign them no longer.
record SigningChanges(TenantSigning tenant) implements ChangingDomainProperty.Remote<Signing> {

    @Override
    public Outcome<List<Signing>> all(Call call) {
        return tenant.all(call);
    }

    /// Keys come before they are used.
    @Override
    public Outcome<String> carryOut(Change change, Call call) {
        var isToSign = change.after().equals(List.of("true"));
        if (change.before().isEmpty()) {
            var created = tenant.create(change.id(), call);
            return isToSign ? created.then(id -> tenant.enable(id, call)) : created;
        }
        return isToSign ? tenant.enable(change.id(), call) : tenant.disable(change.id(), call);
    }
}
