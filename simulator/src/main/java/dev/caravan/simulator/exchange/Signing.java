package dev.caravan.simulator.exchange;

import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.SigningConfigs;
import dev.caravan.simulator.tenants.SigningConfigs.Key;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// What signs letters of the tenant's domains. It signs only where all name servers of a domain say that its keys are
/// the tenant's.
record Signing(Change change, PublishedRecords published) {

    private static final String REFUSED = "Microsoft.Exchange.Management.Tasks.ValidationException";
    private static final String EXISTS = "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException";
    private static final String DOMAIN_NAME = "DomainName";
    private static final String STATUS = "Status";

    List<ObjectNode> read(Cmdlet cmdlet) {
        return cmdlet.text("Identity")
                .map(identity -> List.of(shown(named(identity))))
                .orElseGet(() -> change.tenant().all(Kind.DKIM_SIGNING_CONFIGS).stream()
                        .map(this::shown)
                        .toList());
    }

    List<ObjectNode> create(Cmdlet cmdlet) {
        DomainName domain = accepted(cmdlet.required(DOMAIN_NAME));
        boolean enabled = enabled(cmdlet);
        if (SigningConfigs.of(change, domain).isPresent()) {
            throw CmdletError.of(EXISTS, "The DKIM signing config for '" + domain + "' already exists.");
        }
        SigningConfigs.create(change, domain);
        change.effect("domain %s can be signed".formatted(domain));
        if (enabled) {
            enable(named(domain.text()), true);
        }
        return List.of(shown(named(domain.text())));
    }

    void set(Cmdlet cmdlet) {
        JsonLine config = named(cmdlet.required("Identity"));
        cmdlet.flag(SigningConfigs.ENABLED)
                .map(BooleanNode::asBoolean)
                .filter(wanted -> wanted != config.isTrue(SigningConfigs.ENABLED))
                .ifPresent(wanted -> enable(config, wanted));
    }

    private void enable(JsonLine config, boolean wanted) {
        if (wanted && !isPublished(config)) {
            throw CmdletError.of(REFUSED, missing(config));
        }
        change.replace(
                Kind.DKIM_SIGNING_CONFIGS,
                config,
                ((ObjectNode) config.value()).deepCopy().put(SigningConfigs.ENABLED, wanted));
        change.effect("domain %s is signed%s".formatted(domain(config), wanted ? "" : " no longer"));
    }

    /// The initial domain is signed without anybody's doing, and its configuration is nobody's to make.
    private DomainName accepted(String written) {
        return DomainName.find(written)
                .filter(domain -> change.tenant().acceptedDomains().contains(domain))
                .filter(domain -> !domain.equals(change.tenant().initialDomain()))
                .orElseThrow(() -> CmdletError.of(
                        REFUSED,
                        "Invalid domain name specified \"" + written
                                + "\". Please specify tenant name or valid accepted domain."));
    }

    private static boolean enabled(Cmdlet cmdlet) {
        return cmdlet.flag(SigningConfigs.ENABLED)
                .orElseThrow(() -> CmdletError.missingParameter(SigningConfigs.ENABLED))
                .asBoolean();
    }

    private JsonLine named(String identity) {
        return change.tenant().all(Kind.DKIM_SIGNING_CONFIGS).stream()
                .filter(config -> config.is(SigningConfigs.DOMAIN, identity)
                        || config.is("Identity", identity)
                        || config.is("Guid", identity))
                .findFirst()
                .orElseThrow(() -> CmdletError.notFound(identity, Mailboxes.server(change.tenant())));
    }

    /// Whether the keys are published is looked up, not kept.
    private ObjectNode shown(JsonLine config) {
        return ((ObjectNode) config.value()).deepCopy().put(STATUS, isPublished(config) ? "Valid" : "CnameMissing");
    }

    private boolean isPublished(JsonLine config) {
        List<Key> keys = SigningConfigs.keys(config);
        return config.is(SigningConfigs.DOMAIN, change.tenant().initialDomain().text())
                || !keys.isEmpty() && keys.stream().allMatch(this::isPublished);
    }

    private boolean isPublished(Key key) {
        List<Set<String>> servers = published.aliases(key.name());
        return !servers.isEmpty()
                && servers.stream().allMatch(aliases -> aliases.stream().anyMatch(key.target()::equalsIgnoreCase));
    }

    private static String missing(JsonLine config) {
        String wanted = SigningConfigs.keys(config).stream()
                .map(key -> "Host Name : %s Points to address or value: %s"
                        .formatted(key.name().text().replace("." + domain(config), ""), key.target()))
                .collect(Collectors.joining(" "));
        return "CNAME record does not exist for this config. Please publish the following two CNAME records first."
                + " Domain Name : " + domain(config) + " " + wanted
                + " . If you have already published the CNAME records, sync will take a few minutes to as many as 4 days"
                + " based on your specific DNS. Return and retry this step later.";
    }

    private static String domain(JsonLine config) {
        return config.text(SigningConfigs.DOMAIN).orElse("");
    }
}
