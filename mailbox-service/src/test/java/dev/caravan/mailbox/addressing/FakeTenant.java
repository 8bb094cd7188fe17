package dev.caravan.mailbox.addressing;

/// A tenant that tests fill as far as they need it.
public final class FakeTenant {

    private final FakeDirectory directory;
    private final FakeObjects objects;
    private final FakeForwardings forwardings;
    private final FakeContacts contacts;
    private final FakeAccesses accesses = new FakeAccesses();
    private final FakeAccounts accounts = new FakeAccounts();
    private final FakeLicences licences = new FakeLicences();
    private final FakeTestMailboxes tests = new FakeTestMailboxes();

    private FakeTenant(
            FakeDirectory directory, FakeObjects objects, FakeForwardings forwardings, FakeContacts contacts) {
        this.directory = directory;
        this.objects = objects;
        this.forwardings = forwardings;
        this.contacts = contacts;
    }

    public static FakeTenant empty() {
        return of(new FakeDirectory());
    }

    static FakeTenant of(FakeDirectory directory) {
        return new FakeTenant(directory, new FakeObjects(), new FakeForwardings(), new FakeContacts());
    }

    static FakeTenant of(FakeObjects objects) {
        return new FakeTenant(new FakeDirectory(), objects, new FakeForwardings(), new FakeContacts());
    }

    static FakeTenant of(FakeForwardings forwardings) {
        return new FakeTenant(new FakeDirectory(), new FakeObjects(), forwardings, new FakeContacts());
    }

    static FakeTenant of(FakeContacts contacts) {
        return new FakeTenant(new FakeDirectory(), new FakeObjects(), new FakeForwardings(), contacts);
    }

    FakeAccesses accesses() {
        return accesses;
    }

    FakeAccounts accounts() {
        return accounts;
    }

    FakeTestMailboxes tests() {
        return tests;
    }

    FakeLicences licences() {
        return licences;
    }

    public MailboxHandlers handlers() {
        return new MailboxHandlers(new MailboxHandlers.Tenant(
                directory,
                objects,
                forwardings,
                contacts,
                accesses,
                accounts,
                licences,
                tests,
                new FakeTenants().ports()));
    }
}
