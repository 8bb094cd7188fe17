package dev.caravan.m365.exchange;

import static java.util.stream.Collectors.joining;

import dev.caravan.m365.wire.Tenant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The headers that Exchange Online wants to see. The anchor mailbox leads the request to a server of the tenant's; for
/// an application it is a system mailbox that every tenant has.
final class AdminApiHeaders {

    private static final String ANCHOR_MAILBOX = "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@";

    private AdminApiHeaders() {}

    /// What the documentation of v2.0 names, and no more.
    static Map<String, String> ofDocumented(Tenant tenant) {
        return Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "X-AnchorMailbox",
                ANCHOR_MAILBOX + tenant.tenantId());
    }

    static Map<String, String> ofCmdlet(Tenant tenant) {
        var headers = new TreeMap<>(ofDocumented(tenant));
        headers.put("Prefer", "odata.maxpagesize=1000");
        return headers;
    }

    static Map<String, String> ofBatch(Tenant tenant, List<Cmdlet> cmdlets) {
        var headers = new TreeMap<>(ofCmdlet(tenant));
        headers.put("Accept", "application/json; odata.metadata=minimal");
        headers.put("Prefer", "odata.maxpagesize = 1000;odata.continue-on-error");
        headers.put("parameter-based-routing", "true");
        headers.put(
                "X-CmdletName", cmdlets.stream().map(Cmdlet::name).distinct().collect(joining(",")));
        return headers;
    }
}
