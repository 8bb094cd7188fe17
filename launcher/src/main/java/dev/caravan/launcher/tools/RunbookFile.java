package dev.caravan.launcher.tools;

/// How commands name a runbook.
final class RunbookFile {

    static final String LABEL = "RUNBOOK";
    static final String DESCRIPTION = "A file, or the name of a runbook that ships. Default: ${DEFAULT-VALUE}.";
    static final String DEFAULT = "tenant-to-tenant";

    private RunbookFile() {}
}
