package dev.caravan.simulator.exchange;

import dev.caravan.simulator.exchange.Principals.Principal;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Recipients;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who may open a mailbox, and who may send as a recipient.
///
/// @param kind the rows that hold the right
/// @param owners whom it may be of
/// @param holder the property with its holder
/// @param right the one that is given and taken here
record Rights(Change change, Kind kind, Set<Kind> owners, String holder, String right) {

    private static final String IDENTITY = "Identity";
    private static final String RIGHTS = "AccessRights";
    private static final String INHERITANCE = "InheritanceType";
    private static final List<String> INHERITANCES =
            List.of("All", "None", "Children", "Descendents", "SelfAndChildren");

    static Rights ofMailboxes(Change change) {
        return new Rights(change, Kind.MAILBOX_PERMISSIONS, Set.of(Kind.MAILBOXES), "User", "FullAccess");
    }

    static Rights ofRecipients(Change change) {
        return new Rights(change, Kind.RECIPIENT_PERMISSIONS, EnumSet.copyOf(Recipients.KINDS), "Trustee", "SendAs");
    }

    Result add(Cmdlet cmdlet) {
        Recipient owner = owner(cmdlet);
        Principal principal = principal(cmdlet);
        String inheritance = inheritance(cmdlet);
        cmdlet.flag("AutoMapping");
        if (row(owner, principal).isPresent()) {
            return Result.warning("The appropriate access control entry is already present on the object \""
                    + owner.identity() + "\" for account \"" + principal.signInName() + "\".");
        }
        ObjectNode row = JsonMapper.shared()
                .createObjectNode()
                .put(IDENTITY, owner.identity())
                .put(holder, principal.signInName());
        row.putArray(RIGHTS).add(right);
        if (kind == Kind.MAILBOX_PERMISSIONS) {
            row.put("IsInherited", false).put("Deny", false).put(INHERITANCE, inheritance);
        } else {
            row.put("AccessControlType", "Allow");
        }
        change.add(
                kind,
                row,
                new Link(IDENTITY, owner.identity(), owner.id()),
                new Link(holder, principal.signInName(), principal.id()));
        change.effect("%s %s: +%s for %s".formatted(kind.file(), owner.guid(), right, principal.signInName()));
        return Result.nothing();
    }

    Result remove(Cmdlet cmdlet) {
        Recipient owner = owner(cmdlet);
        Principal principal = principal(cmdlet);
        inheritance(cmdlet);
        JsonLine row = row(owner, principal)
                .orElseThrow(() -> CmdletError.of(
                        "Microsoft.Exchange.Management.RecipientTasks.ACENotFoundException",
                        "Can't remove the access control entry on the object \"" + owner.identity()
                                + "\" for account \"" + principal.signInName()
                                + "\" because the ACE doesn't exist on the object."));
        List<String> others = row.texts(RIGHTS).stream()
                .filter(other -> !other.equalsIgnoreCase(right))
                .toList();
        if (others.isEmpty()) {
            change.remove(kind, row);
        } else {
            ObjectNode value = ((ObjectNode) row.value()).deepCopy();
            ArrayNode list = value.putArray(RIGHTS);
            others.forEach(list::add);
            change.replace(kind, row, value);
        }
        change.effect("%s %s: -%s for %s".formatted(kind.file(), owner.guid(), right, principal.signInName()));
        return Result.nothing();
    }

    private Recipient owner(Cmdlet cmdlet) {
        return new Named(change.place()).one(cmdlet.required(IDENTITY), owners);
    }

    private Principal principal(Cmdlet cmdlet) {
        String name = cmdlet.required(holder);
        for (String wanted : cmdlet.requiredAll(RIGHTS)) {
            if (!wanted.equalsIgnoreCase(right)) {
                throw CmdletError.badValue("The access right '" + wanted + "' is not simulated; '" + right + "' is.");
            }
        }
        return new Principals(change.place()).one(name);
    }

    private static String inheritance(Cmdlet cmdlet) {
        String wanted = cmdlet.text(INHERITANCE).orElse("All");
        return INHERITANCES.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> CmdletError.badValue("Cannot bind parameter '" + INHERITANCE + "' to \"" + wanted
                        + "\": it is one of " + INHERITANCES + "."));
    }

    /// The row that gives the right; one that denies it is another.
    private Optional<JsonLine> row(Recipient owner, Principal principal) {
        return change.place()
                .rows(kind, IDENTITY, owner.id())
                .filter(row -> change.place()
                        .idOf(kind, row, holder)
                        .filter(principal.id()::equalsIgnoreCase)
                        .isPresent())
                .filter(row -> !row.isTrue("Deny") && row.texts(RIGHTS).stream().anyMatch(right::equalsIgnoreCase))
                .findFirst();
    }
}
