package dev.caravan.kit.command;

/// Names a secret without being one; the only form in which a credential travels.
public record CredentialRef(String value) {

    public CredentialRef {
        value = Identity.required("credentialRef", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
