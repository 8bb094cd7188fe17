package dev.caravan.simulator.graph;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The DNS records that Microsoft wants to see for a domain: the proof of whose it is, and those of its services.
///
/// @param domain as the directory has it
record DomainRecords(Tenant tenant, ObjectNode domain) {

    private static final String EMAIL = "Email";
    private static final String COMMUNICATIONS = "OfficeCommunicationsOnline";
    private static final int TTL = 3600;
    private static final int LAST_PREFERENCE = 32_767;
    private static final long NUMBERS = 100_000_000;

    /// The domain's name.
    DomainName name() {
        return DomainName.parse(domain.path("id").asString());
    }

    /// The text that proves at the domain's name that it is this tenant's; another tenant's is another.
    String proof() {
        return "MS=" + token();
    }

    private String token() {
        long drawn = uuid("proof").getMostSignificantBits();
        return String.format(Locale.ROOT, "ms%08d", Math.floorMod(drawn, NUMBERS));
    }

    /// The record that proves whose the domain is, and another that would.
    List<ObjectNode> verification() {
        return List.of(
                record("Txt", name().text(), EMAIL).put("text", proof()),
                record("Mx", name().text(), EMAIL)
                        .put("mailExchange", token() + ".msv1.invalid")
                        .put("preference", LAST_PREFERENCE));
    }

    /// The records that the services need; none before the domain is verified and has some.
    List<ObjectNode> service() {
        List<ObjectNode> records = new ArrayList<>();
        if (domain.path("isVerified").asBoolean(false)) {
            for (JsonNode service : domain.path("supportedServices")) {
                switch (service.asString("")) {
                    case EMAIL -> mail(records);
                    case COMMUNICATIONS -> communications(records);
                    default -> {}
                }
            }
        }
        return records;
    }

    private void mail(List<ObjectNode> records) {
        tenant.mailHost(name())
                .ifPresent(host -> records.add(record("Mx", name().text(), EMAIL)
                        .put("mailExchange", host.text())
                        .put("preference", 0)));
        records.add(record("Txt", name().text(), EMAIL).put("text", "v=spf1 include:spf.protection.outlook.com -all"));
        records.add(alias("autodiscover", EMAIL, "autodiscover.outlook.com"));
    }

    private void communications(List<ObjectNode> records) {
        records.add(alias("sip", COMMUNICATIONS, "sipdir.online.lync.com"));
        records.add(alias("lyncdiscover", COMMUNICATIONS, "webdir.online.lync.com"));
        records.add(server("_sip", "_tls", 443, "sipdir.online.lync.com"));
        records.add(server("_sipfederationtls", "_tcp", 5061, "sipfed.online.lync.com"));
    }

    private ObjectNode alias(String below, String service, String target) {
        return record("CName", below + "." + name(), service).put("canonicalName", target);
    }

    private ObjectNode server(String service, String protocol, int port, String target) {
        return record("Srv", service + "." + protocol + "." + name(), COMMUNICATIONS)
                .put("nameTarget", target)
                .put("port", port)
                .put("priority", 100)
                .put("protocol", protocol)
                .put("service", service)
                .put("weight", 1);
    }

    private ObjectNode record(String type, String label, String service) {
        String entity = type.equals("CName") ? "Cname" : type;
        return JsonMapper.shared()
                .createObjectNode()
                .put("@odata.type", "#microsoft.graph.domainDns" + entity + "Record")
                .put("id", uuid(type + " " + label + " " + service).toString())
                .put("isOptional", false)
                .put("label", label)
                .put("recordType", type)
                .put("supportedService", service)
                .put("ttl", TTL);
    }

    private UUID uuid(String what) {
        String seed = tenant.id() + "/" + name() + "/" + what;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
