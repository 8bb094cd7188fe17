package dev.caravan.kit.command;

/// A remote account (tenant, DNS account, BitTitan workgroup): what commands are partitioned and bounded by.
public record AccountId(String value) {

    public AccountId {
        value = Identity.required("account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
