package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// New recipients, in Exchange and where the directory shows them.
record Creation(Change change, Cmdlet cmdlet) {

    private static final Map<String, String> MAILBOXES = new LinkedHashMap<>();

    static {
        MAILBOXES.put("Shared", "SharedMailbox");
        MAILBOXES.put("Room", "RoomMailbox");
        MAILBOXES.put("Equipment", "EquipmentMailbox");
    }

    private static final String MANAGED_BY = "ManagedBy";

    /// A mailbox that nobody signs in to; those of users come with their licences.
    Result mailbox() {
        List<String> types = MAILBOXES.entrySet().stream()
                .filter(type -> cmdlet.isSet(type.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (types.size() != 1) {
            throw CmdletError.badValue("Parameter set cannot be resolved: exactly one of " + MAILBOXES.keySet()
                    + " is simulated; users get mailboxes by licences.");
        }
        NewRecipient wanted = new NewRecipient(change, cmdlet);
        Shapes.Name name = wanted.name();
        String signInName = wanted.signInName(name);
        if (change.tenant().all(Kind.USERS).stream().anyMatch(user -> user.is("userPrincipalName", signInName))) {
            throw CmdletError.of(
                    "Microsoft.Exchange.Management.Tasks.WLCDManagedMemberExistsException",
                    "The proxy address \"SMTP:" + signInName + "\" is already being used by the proxy addresses or"
                            + " LegacyExchangeDN. Please choose another proxy address.");
        }
        String id = Shapes.newId();
        change.add(Kind.USERS, Shapes.user(id, signInName, name));
        ProxyAddresses addresses = wanted.addresses(name).adding(List.of("smtp:" + wanted.initialAddress(name)));
        return created(Kind.MAILBOXES, Shapes.mailbox(id, signInName, name, types.getFirst()), addresses);
    }

    Result distributionGroup() {
        NewRecipient wanted = new NewRecipient(change, cmdlet);
        Shapes.Name name = wanted.name();
        boolean security = security();
        String id = Shapes.newId();
        ObjectNode group =
                Shapes.mailGroup(id, name, security ? "MailUniversalSecurityGroup" : "MailUniversalDistributionGroup");
        takeLetters(group);
        List<Recipient> managers = named(MANAGED_BY);
        ArrayNode managedBy = group.putArray(MANAGED_BY);
        managers.forEach(manager -> managedBy.add(manager.identity()));
        change.add(Kind.GROUPS, Shapes.group(id, name, true, security, List.of()));
        Result result = created(
                Kind.DISTRIBUTION_GROUPS,
                group,
                wanted.addresses(name),
                managers.stream()
                        .map(manager -> new Link(MANAGED_BY, manager.identity(), manager.id()))
                        .toArray(Link[]::new));
        named("Members").forEach(member -> new GroupWork(change).add(recipient(id), member));
        return result;
    }

    private void takeLetters(ObjectNode group) {
        cmdlet.flag(Shapes.INSIDERS_ONLY).ifPresent(only -> group.set(Shapes.INSIDERS_ONLY, only));
    }

    private boolean security() {
        String type = cmdlet.text("Type").orElse("Distribution");
        if (!type.equalsIgnoreCase("Distribution") && !type.equalsIgnoreCase("Security")) {
            throw CmdletError.notBound(
                    "Type", StringNode.valueOf(type), "Microsoft.Exchange.Management.RecipientTasks.GroupType");
        }
        return type.equalsIgnoreCase("Security");
    }

    private List<Recipient> named(String parameter) {
        return cmdlet.has(parameter)
                ? cmdlet.requiredAll(parameter).stream()
                        .map(new Named(change.place())::one)
                        .distinct()
                        .toList()
                : List.of();
    }

    /// A group of whoever a filter lets through.
    Result dynamicGroup() {
        NewRecipient wanted = new NewRecipient(change, cmdlet);
        Shapes.Name name = wanted.name();
        String filter = cmdlet.required("RecipientFilter");
        OpathFilter.parse(filter);
        ObjectNode group = Shapes.mailGroup(Shapes.newId(), name, "DynamicDistributionGroup")
                .put("RecipientFilter", filter);
        takeLetters(group);
        return created(Kind.DYNAMIC_DISTRIBUTION_GROUPS, group, wanted.addresses(name));
    }

    Result mailContact() {
        Shapes.Name name = new NewRecipient(change, cmdlet).name();
        String written = cmdlet.required("ExternalEmailAddress");
        String outside = Address.smtp(written)
                .filter(address -> Address.find(address).isPresent())
                .orElseThrow(() -> CmdletError.badValue(
                        "The address '" + written + "' is invalid: it doesn't have a valid SMTP syntax."));
        return created(
                Kind.MAIL_CONTACTS, Shapes.contact(name, outside), new ProxyAddresses(List.of("SMTP:" + outside)));
    }

    private Result created(Kind kind, ObjectNode value, ProxyAddresses addresses, Link... links) {
        change.add(kind, value, links);
        String id = value.path("ExternalDirectoryObjectId")
                .asString(value.path("Guid").asString());
        change.effect(
                "%s %s: %s is new".formatted(kind.file(), value.path("Guid").asString(), value.path("Identity")));
        new AddressWork(change, "").put(recipient(id), addresses);
        return Result.of(List.of(new PresentNames(change.place()).recipient(recipient(id))));
    }

    private Recipient recipient(String id) {
        return change.recipients().withId(id).orElseThrow();
    }
}
