package dev.caravan.simulator.generator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// What real tenants hold that a plan can stumble over, and how much of it a world of so many mailboxes has by default.
public enum TrapKind {
    MOVING_DOMAINS("domains of the source that move", _ -> 2),
    CLASH(
            "pairs of mailboxes that differ in nothing but the domain of their address",
            mailboxes -> 1 + mailboxes / 100),
    REPEATED_NAMES("people who are called as another one is", mailboxes -> 1 + mailboxes / 50),
    ACCENTS("people with accents in their names", mailboxes -> 2 + mailboxes / 50),
    APOSTROPHES("people with an apostrophe in name and address", mailboxes -> 1 + mailboxes / 100),
    X500("mailboxes with an X500 address of a former system", mailboxes -> 1 + mailboxes / 5),
    SIP("mailboxes with a SIP address", mailboxes -> 1 + mailboxes / 2),
    SPO("mailboxes with an SPO address of the service's own", mailboxes -> 1 + mailboxes / 10),
    LARGE("mailboxes over 50 GB", mailboxes -> 2 + mailboxes / 200),
    SHARED("shared mailboxes, besides those that clash", mailboxes -> 2 + mailboxes / 40),
    ROOMS("room mailboxes", mailboxes -> 1 + mailboxes / 60),
    EQUIPMENT("equipment mailboxes", mailboxes -> mailboxes / 50),
    GERMAN_CALENDARS("mailboxes whose calendar is called Kalender", mailboxes -> mailboxes / 2),
    CALENDAR_DELEGATES("people who let another one edit their calendar", mailboxes -> 1 + mailboxes / 20),
    SEND_ON_BEHALF("people who let another one send on their behalf", mailboxes -> 1 + mailboxes / 30),
    INBOX_FORWARDS("people whose inbox rule forwards to an address outside", mailboxes -> 1 + mailboxes / 100),
    LISTS("distribution lists", mailboxes -> 3 + mailboxes / 20),
    NESTED("distribution lists with another one as a member", _ -> 2),
    SECURITY_GROUPS("security groups with an address", _ -> 1),
    DYNAMIC_GROUPS("dynamic distribution groups", _ -> 1),
    UNIFIED_GROUPS("Microsoft 365 groups", mailboxes -> 2 + mailboxes / 50),
    PUBLIC_FOLDERS("public folders with an address", _ -> 1),
    UNLICENSED("users without licence and mailbox, but with an address", _ -> 1),
    SOFT_DELETED("users in the recycle bin", _ -> 1),
    DELETED_GROUPS("groups in the recycle bin", _ -> 1),
    GUESTS("guests", _ -> 3),
    MAIL_USERS("mail users, whose mailbox is elsewhere", _ -> 1),
    APPS("applications with an identifier URI in a moving domain", _ -> 1),
    CONTACTS("outside contacts with an address in a moving domain", _ -> 2),
    DESTINATION_CONTACTS(
            "people of the source whom the destination knows as contacts", mailboxes -> 3 + mailboxes / 10),
    FORWARDS("mailboxes at the destination that forward to such a contact", mailboxes -> 1 + mailboxes / 20),
    SPLIT_TXT("TXT records of more than one string", _ -> 1),
    WILDCARD("wildcard records", _ -> 1),
    SPF_INCLUDES("includes in an SPF record besides Microsoft's", _ -> 2),
    THIRD_SERVER("zones with a third name server", _ -> 1),
    LONG_TTL("zones whose mail record lives for two days", _ -> 1),
    SUB_DOMAIN("domains below a moving one, without a zone, with addresses of their own", _ -> 1),
    RELAYS("moving domains that are internal relays at the source", _ -> 1),
    BARE_DESTINATION("1: the destination has no domain but its initial one", _ -> 0);

    private final String meaning;
    private final IntUnaryOperator usual;

    TrapKind(String meaning, IntUnaryOperator usual) {
        this.meaning = meaning;
        this.usual = usual;
    }

    /// The name on the command line.
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One line for the person who looks for a trap.
    public String meaning() {
        return meaning;
    }

    int usual(int mailboxes) {
        return usual.applyAsInt(mailboxes);
    }

    /// The kind of that name.
    public static Optional<TrapKind> named(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option))
                .findFirst();
    }
}
