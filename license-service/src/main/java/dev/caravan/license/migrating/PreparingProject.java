package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.migrating.LicenseCommand.PrepareProject;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Endpoint;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.ProjectChanges;
import dev.caravan.license.tool.MigrationTool;
import dev.caravan.license.tool.Projects;

/// Makes what is missing of a project: first the customer, then the endpoints, then the project itself.
final class PreparingProject implements Doing<PrepareProject, Holdings, LicenseFact> {

    private final Projects projects;
    private final Sides sides;

    PreparingProject(MigrationTool tool, Sides sides) {
        this.projects = tool.projects();
        this.sides = sides;
    }

    @Override
    public Outcome<Holdings> observe(PrepareProject command, Call call) {
        return projects.holdings(command.label(), call);
    }

    @Override
    public Plan plan(PrepareProject command, Holdings observed) {
        return ProjectChanges.preparation(observed, command.label());
    }

    @Override
    public Outcome<LicenseFact> apply(PrepareProject command, Holdings observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var fact = new LicenseFact.ProjectPrepared(command.label().project(), applied, OBJECTS - applied);
        return plan.isEmpty()
                ? Outcome.done(fact)
                : sides.of(command.source(), call)
                        .then(source -> sides.of(command.destination(), call)
                                .then(destination -> made(command.label(), observed, source, destination, call)))
                        .map(_ -> fact);
    }

    /// A customer, two endpoints and a project.
    private static final int OBJECTS = 4;

    private Outcome<String> made(Label label, Holdings observed, Sides.Side source, Sides.Side destination, Call call) {
        return customer(label, observed, source, call)
                .then(customer -> endpoint(customer, label.source(), observed, source, call)
                        .then(from -> endpoint(customer, label.destination(), observed, destination, call)
                                .then(to -> project(
                                        customer,
                                        observed,
                                        new Projects.NewProject(
                                                label.project(),
                                                from,
                                                source.application(),
                                                to,
                                                destination.application(),
                                                options(source, label)),
                                        call))));
    }

    private Outcome<Customer> customer(Label label, Holdings observed, Sides.Side source, Call call) {
        return observed.customer()
                .map(Outcome::done)
                .orElseGet(() -> projects.addCustomer(label.domain(), source.displayName(), call));
    }

    private Outcome<Endpoint> endpoint(Customer customer, String name, Holdings observed, Sides.Side side, Call call) {
        return observed.endpoint(name)
                .map(Outcome::done)
                .orElseGet(() -> projects.addEndpoint(customer, name, side.application(), call));
    }

    private Outcome<String> project(Customer customer, Holdings observed, Projects.NewProject project, Call call) {
        return observed.project(project.name())
                .map(found -> Outcome.done(found.name()))
                .orElseGet(() -> projects.addProject(customer, project, call).map(made -> made.name()));
    }

    /// Both sides are read and written as whoever owns the mailbox, and senders in the source's initial domain, which
    /// nobody has any more after the move, become those of the domain that moves.
    private static String options(Sides.Side source, Label label) {
        return "UseEwsExportImpersonation=1 UseEwsImportImpersonation=1 RecipientMapping=\"@%s->@%s\""
                .formatted(source.initialDomain(), label.domain());
    }
}
