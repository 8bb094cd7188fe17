package dev.caravan.inventory.reading.m365;

import static dev.caravan.inventory.reading.m365.Native.text;

import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.Listing;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who belongs to groups, nested groups as themselves.
record Memberships(Cmdlets cmdlets, Listings listings) {

    private static final List<String> OF_MEMBERS = List.of("id", "mail", "userPrincipalName");

    Outcome<List<CapturedObject>> of(List<ObjectNode> groups, Call call) {
        var asked = groups.stream()
                .map(group -> Cmdlet.on("Get-DistributionGroupMember", new Identity(text(group, "Guid")))
                        .selecting("Guid", "Identity", "PrimarySmtpAddress"))
                .toList();
        return cmdlets.all(asked, call).map(outputs -> {
            var objects = new ArrayList<CapturedObject>();
            for (var number = 0; number < outputs.size(); number++) {
                var group = groups.get(number);
                outputs.get(number).forEach(member -> objects.add(membership(group, member)));
            }
            return Native.distinct(objects);
        });
    }

    Outcome<List<CapturedObject>> ofUnified(List<ObjectNode> groups, Call call) {
        var known = groups.stream()
                .filter(group -> !text(group, "ExternalDirectoryObjectId").isEmpty())
                .toList();
        return InTurn.flat(
                known,
                group -> listings.whole(
                                Listing.of(new Listing.MembersOf(text(group, "ExternalDirectoryObjectId")), OF_MEMBERS),
                                call)
                        .map(members -> members.stream()
                                .map(member -> unifiedMembership(group, member))
                                .toList()));
    }

    private static CapturedObject unifiedMembership(ObjectNode group, ObjectNode member) {
        var mail = text(member, "mail");
        var row = JsonMapper.shared()
                .createObjectNode()
                .put("Group", text(group, "Identity"))
                .put("Member", mail.isEmpty() ? text(member, "userPrincipalName") : mail);
        return Native.of(Kind.GROUP_MEMBERS, text(group, "Guid") + "|" + text(member, "id"), row);
    }

    private static CapturedObject membership(ObjectNode group, ObjectNode member) {
        var address = text(member, "PrimarySmtpAddress");
        var row = JsonMapper.shared()
                .createObjectNode()
                .put("Group", text(group, "Identity"))
                .put("Member", address.isEmpty() ? text(member, "Identity") : address);
        return Native.of(Kind.GROUP_MEMBERS, text(group, "Guid") + "|" + Native.id(member), row);
    }
}
