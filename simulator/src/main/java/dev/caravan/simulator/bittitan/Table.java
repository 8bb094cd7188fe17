package dev.caravan.simulator.bittitan;

/// The kinds of rows that an account holds.
enum Table {
    CUSTOMERS("customers"),
    END_USERS("endUsers"),
    ENDPOINTS("endpoints"),
    SUBSCRIPTIONS("subscriptions"),
    PROJECTS("projects"),
    ITEMS("items"),
    PASSES("passes"),
    ERRORS("errors"),
    /// What of a mailbox is in another already.
    COPIES("copies"),
    /// Licences; they stand in `bittitan.json`.
    PACKS("");

    private final String file;

    Table(String file) {
        this.file = file;
    }

    /// Where a dump holds its rows, relative to the world's folder.
    String path() {
        return "bittitan/" + file + ".jsonl";
    }

    /// MSPComplete and MigrationWiz call the instant of creation differently.
    String created() {
        return switch (this) {
            case CUSTOMERS, END_USERS, ENDPOINTS, SUBSCRIPTIONS -> "Created";
            case PROJECTS, ITEMS, PASSES, ERRORS, COPIES, PACKS -> "CreateDate";
        };
    }

    String updated() {
        return created().equals("Created") ? "Updated" : "UpdateDate";
    }
}
