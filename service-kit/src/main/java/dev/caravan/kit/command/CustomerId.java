package dev.caravan.kit.command;

/// The Entra id of the customer's source tenant; never a domain, because moving the domain is the job.
public record CustomerId(String value) {

    public CustomerId {
        value = Identity.required("customerId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
