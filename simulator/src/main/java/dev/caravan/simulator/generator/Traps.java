package dev.caravan.simulator.generator;

import java.util.EnumMap;
import java.util.Map;

/// How many of each trap a world gets.
public final class Traps {

    private static final int DOMAINS_MAX = 20;
    private static final int COUNT_MAX = 100_000;

    private final int mailboxes;
    private final Map<TrapKind, Integer> wished;
    private final Map<TrapKind, Integer> counts = new EnumMap<>(TrapKind.class);

    /// Fits traps into a world; what is not wished for is fitted to what is.
    ///
    /// @param mailboxes of the source, of every type
    /// @throws IllegalArgumentException if the wishes do not fit, with the reason
    public Traps(int mailboxes, Map<TrapKind, Integer> wished) {
        this.mailboxes = mailboxes;
        this.wished = wished;
        require(mailboxes >= 1 && mailboxes <= COUNT_MAX, "a world has 1 to " + COUNT_MAX + " mailboxes");
        for (TrapKind kind : TrapKind.values()) {
            int count = wished.getOrDefault(kind, kind.usual(mailboxes));
            require(count >= 0 && count <= COUNT_MAX, kind.option() + " must be 0 to " + COUNT_MAX);
            counts.put(kind, count);
        }
        within(TrapKind.MOVING_DOMAINS, 1, DOMAINS_MAX);
        within(TrapKind.BARE_DESTINATION, 0, 1);
        fitMailboxes();
        fitPeople();
        fitDomains();
    }

    /// How many there are of a kind.
    public int count(TrapKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /// The user mailboxes that no other trap takes.
    int people() {
        return mailboxes
                - 2 * count(TrapKind.CLASH)
                - count(TrapKind.SHARED)
                - count(TrapKind.ROOMS)
                - count(TrapKind.EQUIPMENT);
    }

    private void fitMailboxes() {
        if (count(TrapKind.MOVING_DOMAINS) < 2) {
            most(TrapKind.CLASH, 0, "two mailboxes clash over two moving domains");
        }
        int free = mailboxes - 1;
        for (TrapKind kind : new TrapKind[] {TrapKind.CLASH, TrapKind.SHARED, TrapKind.ROOMS, TrapKind.EQUIPMENT}) {
            int size = kind == TrapKind.CLASH ? 2 : 1;
            most(kind, free / size, "of " + mailboxes + " mailboxes at least one is an ordinary person's");
            free -= size * count(kind);
        }
    }

    private void fitPeople() {
        int free = people();
        String reason = "there are " + free + " ordinary people, and each has one trap in the name";
        for (TrapKind kind : new TrapKind[] {TrapKind.ACCENTS, TrapKind.APOSTROPHES}) {
            most(kind, free, reason);
            free -= count(kind);
        }
        most(TrapKind.REPEATED_NAMES, free / 2, reason);
        for (TrapKind kind :
                new TrapKind[] {TrapKind.X500, TrapKind.SIP, TrapKind.SPO, TrapKind.LARGE, TrapKind.GERMAN_CALENDARS}) {
            most(kind, mailboxes, "there are " + mailboxes + " mailboxes");
        }
        for (TrapKind kind : new TrapKind[] {
            TrapKind.CALENDAR_DELEGATES, TrapKind.SEND_ON_BEHALF, TrapKind.INBOX_FORWARDS, TrapKind.DESTINATION_CONTACTS
        }) {
            most(kind, people(), "there are " + people() + " ordinary people");
        }
        most(TrapKind.FORWARDS, count(TrapKind.DESTINATION_CONTACTS), "a forward needs a contact at the destination");
        most(TrapKind.NESTED, Math.max(0, count(TrapKind.LISTS) - 1), "a nested list needs another list");
    }

    private void fitDomains() {
        int domains = count(TrapKind.MOVING_DOMAINS);
        for (TrapKind kind :
                new TrapKind[] {TrapKind.THIRD_SERVER, TrapKind.LONG_TTL, TrapKind.SUB_DOMAIN, TrapKind.RELAYS}) {
            most(kind, domains, "there are " + domains + " moving domains");
        }
        within(TrapKind.SPF_INCLUDES, 0, 8);
    }

    private void within(TrapKind kind, int least, int most) {
        require(count(kind) >= least && count(kind) <= most, kind.option() + " must be " + least + " to " + most);
    }

    private void most(TrapKind kind, int most, String reason) {
        if (count(kind) > most) {
            require(!wished.containsKey(kind), kind.option() + " can be " + most + " at most: " + reason);
            counts.put(kind, most);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
