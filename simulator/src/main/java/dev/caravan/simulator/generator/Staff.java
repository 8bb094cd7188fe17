package dev.caravan.simulator.generator;

import java.util.ArrayList;
import java.util.List;

/// The mailboxes of an organisation, with unique local parts but for those that shall clash.
final class Staff {

    private static final List<String> SHARED =
            List.of("info", "office", "sales", "jobs", "press", "service", "billing", "orders");

    private final Organisation organisation;
    private final Draw draw;
    private final AddressBook addresses;
    private final AddressBook aliases = new AddressBook();
    private final List<Mailbox> all = new ArrayList<>();
    private final List<String> collisions = new ArrayList<>();

    Staff(Organisation organisation, Draw draw, AddressBook addresses) {
        this.organisation = organisation;
        this.draw = draw;
        this.addresses = addresses;
    }

    List<Mailbox> all() {
        return all;
    }

    List<Mailbox> people() {
        return all.stream().filter(Mailbox::person).toList();
    }

    /// The addresses at the initial domain that two mailboxes would both get.
    List<String> collisions() {
        return collisions;
    }

    Mailbox hire(PersonName name, String domain) {
        String local = aliases.takeNumbered(name.local(), "");
        return add(new Mailbox(name, "UserMailbox", local, local + "@" + domain, draw));
    }

    /// Hires people as the traps want them, each domain in turn but the default one more often.
    void hirePeople(int people, Traps traps) {
        int accents = traps.count(TrapKind.ACCENTS);
        int apostrophes = traps.count(TrapKind.APOSTROPHES);
        int repeated = traps.count(TrapKind.REPEATED_NAMES);
        for (int i = 0; i < people - repeated; i++) {
            PersonName name = i < accents
                    ? PersonName.accented(i)
                    : i < accents + apostrophes ? PersonName.apostrophed(i - accents) : PersonName.plain(draw);
            hire(name, domain());
        }
        for (int i = 0; i < repeated; i++) {
            hire(all.get(accents + apostrophes + i).name, domain());
        }
    }

    /// Two mailboxes that differ in their domain only: shared ones and people in turn.
    void clash(int number, String oneDomain, String otherDomain) {
        boolean people = number % 2 == 1;
        PersonName name = people
                ? PersonName.plain(draw)
                : PersonName.thing("Desk " + number, number / 2 < SHARED.size() ? SHARED.get(number / 2) : "desk");
        String type = people ? "UserMailbox" : "SharedMailbox";
        String local = aliases.takeNumbered(name.local(), "");
        String other = aliases.takeNumbered(local + "-2nd", "");
        add(new Mailbox(name, type, local, local + "@" + oneDomain, draw));
        add(new Mailbox(name, type, other, local + "@" + otherDomain, draw));
        collisions.add(local + "@" + organisation.initialDomain());
    }

    void things(int count, String type, String display, String local) {
        for (int i = 0; i < count; i++) {
            String alias = aliases.takeNumbered(local + i, "");
            Mailbox mailbox = add(
                    new Mailbox(PersonName.thing(display + " " + i, alias), type, alias, alias + "@" + domain(), draw));
            mailbox.addresses.add("smtp:" + initial(alias));
        }
    }

    /// Gives mailboxes the further addresses that have gathered over the years.
    void gatherAddresses(Traps traps) {
        for (int i = 0; i < all.size(); i++) {
            Mailbox mailbox = all.get(i);
            if (mailbox.person() && draw.oneIn(4)) {
                String second = "m" + i + "." + mailbox.alias.replaceAll("[^a-z]", "");
                add(mailbox, second + "@" + domain());
            }
            if (mailbox.person() && draw.oneIn(2)) {
                add(mailbox, initial(mailbox.alias));
            }
            if (i < traps.count(TrapKind.SIP)) {
                mailbox.addresses.add("SIP:" + mailbox.primary);
            }
            if (i < traps.count(TrapKind.SPO)) {
                mailbox.addresses.add("SPO:SPO_" + draw.guid() + "@SPO_" + organisation.id());
            }
            if (i < traps.count(TrapKind.X500)) {
                mailbox.addresses.add(
                        "X500:/o=Old Org, Ltd/ou=First Administrative Group/cn=Recipients/cn=" + mailbox.alias);
            }
            mailbox.large = i < traps.count(TrapKind.LARGE);
            mailbox.germanCalendar = i < traps.count(TrapKind.GERMAN_CALENDARS);
        }
    }

    private Mailbox add(Mailbox mailbox) {
        addresses.take(mailbox.primary);
        all.add(mailbox);
        return mailbox;
    }

    private void add(Mailbox mailbox, String address) {
        if (addresses.take(address)) {
            mailbox.addresses.add("smtp:" + address);
        }
    }

    private String initial(String local) {
        return local + "@" + organisation.initialDomain();
    }

    private String domain() {
        List<String> domains = organisation.domains();
        return domains.size() < 2 || draw.below(3) < 2 ? organisation.defaultDomain() : draw.pick(domains);
    }
}
