package dev.caravan.simulator.generator;

import java.util.List;

/// The destination of a generated world: staff of its own, and traces of the people who will join.
final class DestinationTenant {

    private final Organisation organisation;
    private final Traps traps;
    private final Draw draw;
    private final TenantFiles files;
    private final Staff staff;

    DestinationTenant(Organisation organisation, Traps traps, Draw draw, Lines lines) {
        this.organisation = organisation;
        this.traps = traps;
        this.draw = draw;
        this.files = new TenantFiles(organisation, lines, draw);
        this.staff = new Staff(organisation, draw, new AddressBook());
    }

    /// @param joining the people of the source
    void write(List<Mailbox> joining) {
        int own = 3 + joining.size() / 5;
        for (int i = 0; i < own; i++) {
            staff.hire(i == 0 ? joining.getFirst().name : PersonName.plain(draw), organisation.defaultDomain());
        }
        Outsiders outsiders = new Outsiders(organisation, draw, files);
        for (int i = 0; i < traps.count(TrapKind.DESTINATION_CONTACTS); i++) {
            Mailbox person = joining.get(i);
            String identity = person.name.display() + " (ext " + i + ")";
            outsiders.contact(identity, "SMTP:" + person.primary, List.of("SMTP:" + person.primary));
            if (i < traps.count(TrapKind.FORWARDS)) {
                Mailbox twin = staff.hire(twinName(person.name), organisation.defaultDomain());
                twin.forwardingAddress = identity;
            }
        }
        files.tenant();
        files.mailboxes(staff.all());
        files.licences(staff.all().size(), joining.size() + 10);
    }

    private static PersonName twinName(PersonName name) {
        return new PersonName(name.given(), name.surname(), name.local() + ".x");
    }
}
