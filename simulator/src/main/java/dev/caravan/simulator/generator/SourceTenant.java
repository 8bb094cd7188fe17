package dev.caravan.simulator.generator;

import java.util.List;

/// The source of a generated world: an organisation with a history.
final class SourceTenant {

    private final Organisation organisation;
    private final Traps traps;
    private final Draw draw;
    private final AddressBook addresses = new AddressBook();
    private final Staff staff;
    private final TenantFiles files;
    private final String second;

    SourceTenant(Organisation organisation, Traps traps, Draw draw, Lines lines) {
        this.organisation = organisation;
        this.traps = traps;
        this.draw = draw;
        this.staff = new Staff(organisation, draw, addresses);
        this.files = new TenantFiles(organisation, lines, draw);
        this.second = organisation.domains().get(Math.min(1, traps.count(TrapKind.MOVING_DOMAINS) - 1));
    }

    Staff staff() {
        return staff;
    }

    void write() {
        staff.hirePeople(traps.people(), traps);
        for (int i = 0; i < traps.count(TrapKind.CLASH); i++) {
            staff.clash(i, organisation.defaultDomain(), second);
        }
        staff.things(traps.count(TrapKind.SHARED), "SharedMailbox", "Team", "team");
        staff.things(traps.count(TrapKind.ROOMS), "RoomMailbox", "Room", "room");
        staff.things(traps.count(TrapKind.EQUIPMENT), "EquipmentMailbox", "Van", "van");
        staff.gatherAddresses(traps);
        delegate();
        files.tenant();
        files.mailboxes(staff.all());
        new SourceGroups(organisation, traps, draw, staff, addresses, files).write();
        int people = staff.people().size();
        files.licences(people, 10 + people / 4);
        others();
        mailFlow();
    }

    private void delegate() {
        List<Mailbox> people = staff.people();
        for (int i = 0; i < traps.count(TrapKind.SEND_ON_BEHALF); i++) {
            people.get(i).sendOnBehalf.add(people.get((i + 1) % people.size()).alias);
        }
        for (int i = 0; i < traps.count(TrapKind.CALENDAR_DELEGATES); i++) {
            String delegate = people.get((i + 1) % people.size()).primary;
            files.exchange("mailboxFolderPermissions", people.get(i).calendarPermission(delegate, "Editor"));
        }
        for (Mailbox mailbox : staff.all()) {
            if (mailbox.type.equals("SharedMailbox")) {
                rights(mailbox, draw.pick(people));
            }
        }
        for (int i = 0; i < traps.count(TrapKind.INBOX_FORWARDS); i++) {
            String alias = people.get(i).alias;
            files.exchange(
                    "inboxRules",
                    Lines.object(
                            "Mailbox",
                            alias,
                            "Name",
                            "Forward home",
                            "Enabled",
                            true,
                            "ForwardTo",
                            List.of("\"home\" [SMTP:" + alias + "@home.example]")));
        }
    }

    private void rights(Mailbox shared, Mailbox person) {
        files.exchange(
                "mailboxPermissions",
                Lines.object(
                        "Identity",
                        shared.alias,
                        "User",
                        person.primary,
                        "AccessRights",
                        List.of("FullAccess"),
                        "IsInherited",
                        false,
                        "Deny",
                        false,
                        "InheritanceType",
                        "All"));
        files.exchange(
                "recipientPermissions",
                Lines.object(
                        "Identity",
                        shared.alias,
                        "Trustee",
                        person.primary,
                        "AccessRights",
                        List.of("SendAs"),
                        "AccessControlType",
                        "Allow"));
    }

    private void others() {
        Outsiders outsiders = new Outsiders(organisation, draw, files);
        for (int i = 0; i < traps.count(TrapKind.UNLICENSED); i++) {
            outsiders.unlicensed(i);
        }
        for (int i = 0; i < traps.count(TrapKind.GUESTS); i++) {
            outsiders.guest(i);
        }
        for (int i = 0; i < traps.count(TrapKind.MAIL_USERS); i++) {
            outsiders.mailUser(i);
        }
        for (int i = 0; i < traps.count(TrapKind.SOFT_DELETED); i++) {
            outsiders.softDeleted(i);
        }
        for (int i = 0; i < traps.count(TrapKind.CONTACTS); i++) {
            outsiders.contact(i);
        }
        for (int i = 0; i < traps.count(TrapKind.APPS); i++) {
            outsiders.application(i);
        }
    }

    private void mailFlow() {
        files.exchange(
                "transportRules",
                Lines.object(
                        "Name", "Disclaimer",
                        "State", "Enabled",
                        "Priority", 0,
                        "SenderDomainIs", List.of(organisation.defaultDomain()),
                        "ApplyHtmlDisclaimerText", "<p>confidential</p>"));
        files.exchange(
                "inboundConnectors",
                Lines.object(
                        "Name",
                        "Filter in",
                        "Enabled",
                        true,
                        "ConnectorType",
                        "Partner",
                        "SenderIPAddresses",
                        List.of("192.0.2.0/28"),
                        "SenderDomains",
                        List.of("smtp:*;1")));
        files.exchange(
                "outboundConnectors",
                Lines.object(
                        "Name",
                        "Archive out",
                        "Enabled",
                        true,
                        "ConnectorType",
                        "Partner",
                        "RecipientDomains",
                        List.of("archive.example"),
                        "SmartHosts",
                        List.of("smtp.archive.example"),
                        "UseMXRecord",
                        false));
    }
}
