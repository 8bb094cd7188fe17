package dev.caravan.license.runner;

/// Whose ticket a cmdlet runs with: in BitTitan a wrong scope is no error, but an empty answer.
///
/// @param word as the runner knows it
public record Ticket(String word) {

    /// Of the account, without scope.
    public static final Ticket ACCOUNT = new Ticket("bt");
    /// Of the account at MigrationWiz.
    public static final Ticket MIGRATION_WIZ = new Ticket("mw");

    public static Ticket ofWorkgroup(String workgroupId) {
        return new Ticket("workgroup:" + required(workgroupId));
    }

    public static Ticket ofCustomer(String organizationId) {
        return new Ticket("customer:" + required(organizationId));
    }

    private static String required(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("ticket: must name its scope");
        }
        return id;
    }
}
