package dev.caravan.simulator.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything with an address and members.
final class SourceGroups {

    private static final int MEMBERS_MAX = 8;

    private final Organisation organisation;
    private final Traps traps;
    private final Draw draw;
    private final Staff staff;
    private final AddressBook addresses;
    private final TenantFiles files;

    SourceGroups(
            Organisation organisation, Traps traps, Draw draw, Staff staff, AddressBook addresses, TenantFiles files) {
        this.organisation = organisation;
        this.traps = traps;
        this.draw = draw;
        this.staff = staff;
        this.addresses = addresses;
        this.files = files;
    }

    void write() {
        for (int i = 0; i < traps.count(TrapKind.LISTS); i++) {
            boolean nested = i > 0 && i <= traps.count(TrapKind.NESTED);
            String member = nested ? "List " + (i - 1) : null;
            Group list = group("List " + i, "list" + i, "all-list" + i, organisation.domains());
            write(list, "MailUniversalDistributionGroup", false, member);
        }
        for (int i = 0; i < traps.count(TrapKind.SECURITY_GROUPS); i++) {
            Group group = group("Security " + i, "sec" + i, null, organisation.domains());
            write(group, "MailUniversalSecurityGroup", true, null);
        }
        for (int i = 0; i < traps.count(TrapKind.UNIFIED_GROUPS); i++) {
            unified(i);
        }
        for (int i = 0; i < traps.count(TrapKind.DYNAMIC_GROUPS); i++) {
            dynamic(i);
        }
        for (int i = 0; i < traps.count(TrapKind.PUBLIC_FOLDERS); i++) {
            publicFolder(i);
        }
        Outsiders outsiders = new Outsiders(organisation, draw, files);
        for (int i = 0; i < traps.count(TrapKind.DELETED_GROUPS); i++) {
            outsiders.deletedGroup(i);
        }
    }

    private Group group(String name, String alias, @Nullable String second, List<String> domains) {
        List<String> proxies = new ArrayList<>();
        String primary = alias + "@" + organisation.defaultDomain();
        addresses.take(primary);
        proxies.add("SMTP:" + primary);
        if (second != null) {
            String address = second + "@" + domains.getLast();
            addresses.take(address);
            proxies.add("smtp:" + address);
        }
        return new Group(name, alias, primary, proxies, draw.guid(), draw.guid());
    }

    private void write(Group group, String type, boolean security, @Nullable String nested) {
        files.graph("groups", group.graph(security, List.of(), null));
        files.exchange("distributionGroups", group.exchange(type));
        members(group.name());
        if (nested != null) {
            member(group.name(), nested);
        }
    }

    private void unified(int number) {
        Group group = group(
                "Project " + number, "project" + number, "project" + number, List.of(organisation.initialDomain()));
        files.graph("groups", group.graph(false, List.of("Unified"), "Private"));
        files.exchange("unifiedGroups", group.exchange("GroupMailbox"));
        members(group.name());
    }

    private void dynamic(int number) {
        Group group = group("Everyone " + number, "dyn" + number, null, organisation.domains());
        String filter = "((RecipientTypeDetails -eq 'UserMailbox') -and (EmailAddresses -like '*@"
                + organisation.defaultDomain() + "'))";
        files.exchange(
                "dynamicDistributionGroups",
                group.exchange("DynamicDistributionGroup").put("RecipientFilter", filter));
    }

    private void publicFolder(int number) {
        String name = number == 0 ? "Archive" : "Archive " + number;
        String address = "archive" + (number == 0 ? "" : number) + "@" + organisation.defaultDomain();
        files.exchange(
                "mailPublicFolders",
                Lines.object(
                        "Identity",
                        "\\" + name,
                        "Guid",
                        draw.guid(),
                        "DisplayName",
                        name,
                        "PrimarySmtpAddress",
                        address,
                        "EmailAddresses",
                        List.of("SMTP:" + address)));
    }

    private void members(String group) {
        List<Mailbox> people = staff.people();
        int count = 1 + draw.below(Math.min(MEMBERS_MAX, people.size()));
        int first = draw.below(people.size());
        int stride = 1 + draw.below(Math.max(1, people.size() / count));
        for (int i = 0; i < count; i++) {
            member(group, people.get((first + i * stride) % people.size()).primary);
        }
    }

    private void member(String group, String member) {
        files.exchange("groupMembers", Lines.object("Group", group, "Member", member));
    }
}
