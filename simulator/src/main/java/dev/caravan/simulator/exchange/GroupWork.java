package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Departure;
import dev.caravan.simulator.tenants.Erasure;
import dev.caravan.simulator.tenants.Membership;
import dev.caravan.simulator.tenants.Membership.Party;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;

/// Members of distribution groups, and the end of groups. An application manages no group, so it has to say
/// that it does not care.
record GroupWork(Change change) {

    private static final String TASKS = "Microsoft.Exchange.Management.Tasks.";

    void addMember(Cmdlet cmdlet) {
        Recipient group = group(cmdlet, "Member");
        add(group, member(cmdlet));
    }

    void add(Recipient group, Recipient member) {
        if (new Membership(change).row(group.id(), member.id()).isPresent()) {
            throw CmdletError.of(
                    TASKS + "MemberAlreadyExistsException",
                    "The recipient \"" + member.identity() + "\" is already a member of the group \"" + group.identity()
                            + "\".");
        }
        if (group.id().equals(member.id())) {
            throw CmdletError.of(
                    TASKS + "RecipientTaskException",
                    "The group \"" + group.identity() + "\" can't be a member of itself.");
        }
        new Membership(change).add(party(group, group.identity()), party(member, member.signInName()));
    }

    void removeMember(Cmdlet cmdlet) {
        Recipient group = group(cmdlet, "Member");
        Recipient member = member(cmdlet);
        JsonLine row = new Membership(change)
                .row(group.id(), member.id())
                .orElseThrow(() -> CmdletError.of(
                        TASKS + "MemberNotFoundException",
                        "The recipient \"" + member.identity() + "\" isn't a member of the group \"" + group.identity()
                                + "\"."));
        new Membership(change).remove(party(group, group.identity()), row);
    }

    void removeGroup(Cmdlet cmdlet) {
        Recipient group = group(cmdlet, "Identity");
        Optional<JsonLine> inDirectory = change.tenant().all(Kind.GROUPS).stream()
                .filter(object -> object.is("id", group.id()))
                .findFirst();
        inDirectory.ifPresentOrElse(new Departure(change)::ofGroup, () -> new Erasure(change).of(group));
        change.effect("%s %s: %s is removed".formatted(group.kind().file(), group.guid(), group.identity()));
    }

    private Recipient group(Cmdlet cmdlet, String property) {
        Recipient group = new Named(change.place()).one(cmdlet.required("Identity"), Kind.DISTRIBUTION_GROUPS);
        if (group.object().isTrue("IsDirSynced")) {
            throw CmdletError.synced(cmdlet.name(), property, group);
        }
        if (!cmdlet.isSet("BypassSecurityGroupManagerCheck")) {
            throw CmdletError.of(
                    "Microsoft.Exchange.Configuration.Tasks.OperationRequiresGroupManagerException",
                    "You don't have sufficient permissions. This operation can only be performed by a manager of the"
                            + " group.");
        }
        return group;
    }

    private Recipient member(Cmdlet cmdlet) {
        return new Named(change.place()).one(cmdlet.required("Member"));
    }

    private static Party party(Recipient recipient, String name) {
        return new Party(recipient.id(), name);
    }
}
