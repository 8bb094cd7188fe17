package dev.caravan.simulator.bittitan;

import java.util.Locale;

/// What a call is allowed to see.
sealed interface Ticket {

    /// The kinds of tickets.
    enum Scope {
        UNSCOPED,
        MIGRATION_WIZ,
        WORKGROUP,
        CUSTOMER
    }

    Scope scope();

    record Unscoped() implements Ticket {
        @Override
        public Scope scope() {
            return Scope.UNSCOPED;
        }
    }

    record MigrationWiz() implements Ticket {
        @Override
        public Scope scope() {
            return Scope.MIGRATION_WIZ;
        }
    }

    record OfWorkgroup(String id) implements Ticket {
        @Override
        public Scope scope() {
            return Scope.WORKGROUP;
        }
    }

    record OfCustomer(String organizationId) implements Ticket {
        @Override
        public Scope scope() {
            return Scope.CUSTOMER;
        }
    }

    /// Reads `bt`, `mw`, `workgroup:<id>` or `customer:<organization id>`, and makes sure that they exist.
    static Ticket of(String written, Draft draft) {
        int colon = written.indexOf(':');
        String id = written.substring(colon + 1).toLowerCase(Locale.ROOT);
        String scope = colon < 0 ? written : written.substring(0, colon + 1);
        return switch (scope) {
            case "bt" -> new Unscoped();
            case "mw" -> new MigrationWiz();
            case "workgroup:" -> {
                if (!id.equals(draft.workgroup().id())) {
                    throw Refusal.notFound("workgroup", id);
                }
                yield new OfWorkgroup(id);
            }
            case "customer:" -> {
                if (draft.all(Table.CUSTOMERS)
                        .noneMatch(row -> row.is("OrganizationId", id) && !row.flag("IsDeleted"))) {
                    throw Refusal.notFound("customer's organization", id);
                }
                yield new OfCustomer(id);
            }
            default ->
                throw Refusal.invalid("ticket must be bt, mw, workgroup:<workgroup id> or"
                        + " customer:<organization id>, but is " + written);
        };
    }

    /// The customer's organization; empty for other tickets.
    default String organization() {
        return this instanceof OfCustomer(String organizationId) ? organizationId : "";
    }
}
