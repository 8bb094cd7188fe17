package dev.caravan.orchestrator.run;

/// Which remote account a connection touches: a tenant, a DNS account, a BitTitan workgroup.
public record AccountId(String text) {

    public AccountId {
        Written.present("account", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static AccountId parse(String text) {
        return new AccountId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
