package dev.caravan.dns.records;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.tenant.TenantMail;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.List;

/// Changes what a tenant does with letters to addresses that nobody has.
record MailChanges(TenantMail tenant) implements ChangingDomainProperty.Remote<AcceptedDomain> {

    @Override
    public Outcome<List<AcceptedDomain>> all(Call call) {
        return tenant.all(call);
    }

    @Override
    public Outcome<String> carryOut(Change change, Call call) {
        return tenant.set(change.id(), change.after().getFirst(), call);
    }
}
