package dev.caravan.orchestrator.run;

/// Which customer: the Entra id of the source tenant, never a domain, because moving the domain is the job.
public record CustomerId(String text) {

    public CustomerId {
        Written.present("customer id", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static CustomerId parse(String text) {
        return new CustomerId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
