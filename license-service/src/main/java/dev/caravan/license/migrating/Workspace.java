package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.Project;
import dev.caravan.license.tool.Projects;

/// A project that is there, and whose it is.
record Workspace(Customer customer, Project project) {

    /// [Outcome.Failed] for good, with code `no-project`, where nobody has made it.
    static Outcome<Workspace> of(Projects projects, Label label, Call call) {
        return projects.holdings(label, call)
                .then(holdings -> holdings.customer()
                        .flatMap(customer -> holdings.project(label.project())
                                .map(project -> Outcome.done(new Workspace(customer, project))))
                        .orElseGet(() -> Outcome.failedForGood(
                                "no-project", "there is no project \"%s\"".formatted(label.project()))));
    }
}
