package dev.caravan.license.tool;

/// A tool that copies mailboxes between tenants, in all its parts. What goes wrong has the codes of
/// [dev.caravan.license.runner.BitTitan].
public interface MigrationTool {

    Projects projects();

    Items items();

    Licences licences();

    Passes passes();
}
