package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AcceptedDomains;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.DomainName;
import tools.jackson.databind.node.StringNode;

/// What Exchange does with letters to addresses of a domain that nobody has.
record MailType(Change change) {

    private static final String TYPE = "DomainType";

    void set(Cmdlet cmdlet) {
        String identity = cmdlet.required("Identity");
        String wanted = cmdlet.required(TYPE);
        String type = AcceptedDomains.TYPES.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> CmdletError.notBound(
                        TYPE, StringNode.valueOf(wanted), "Microsoft.Exchange.Data.Directory.AcceptedDomainType"));
        DomainName domain = DomainName.find(identity)
                .filter(change.tenant().acceptedDomains()::contains)
                .orElseThrow(() -> CmdletError.notFound(identity, Mailboxes.server(change.tenant())));
        AcceptedDomains.set(change, domain, type);
    }
}
