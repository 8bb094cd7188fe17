package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Passes over items, which BitTitan calls mailbox migrations: how they are asked for and what they say.
final class Passes {

    /// What an item's dates are if nobody says otherwise.
    static final Instant BEGINNING = Instant.parse("1901-01-01T00:00:00Z");

    static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    static final String ITEM = "MailboxId";
    static final String STATUS = "Status";
    static final String FULL = "Full";
    static final String VERIFICATION = "Verification";
    static final String REPAIR = "Repair";

    private static final Set<Scope> TICKETS = Set.of(Scope.MIGRATION_WIZ);
    private static final Duration SUBMISSION = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofMinutes(1);
    private static final Duration QUEUE_MIN = Duration.ofMinutes(1);
    private static final Duration QUEUE_MAX = Duration.ofMinutes(15);
    private static final String REQUESTED = "StartRequestedDate";
    private static final Query QUERY = Query.of(
            Table.PASSES,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional(ITEM, Shape.ID),
            Parameter.optional(Projects.ID, Shape.ID),
            Parameter.optional(STATUS, Shape.TEXT),
            Parameter.optional("Type", Shape.TEXT));
    private static final Query ERRORS = Query.of(
            Table.ERRORS,
            Parameter.optional("Id", Shape.ID),
            Parameter.required(ITEM, Shape.ID),
            Parameter.optional("Severity", Shape.TEXT));
    private static final List<Parameter> NEW = List.of(
            Parameter.required(Projects.ID, Shape.ID),
            Parameter.required(ITEM, Shape.ID),
            Parameter.required("Type", Shape.word(FULL, VERIFICATION, REPAIR)),
            Parameter.required(STATUS, Shape.word(PassStatus.SUBMITTED.word())),
            Parameter.optional("UserId", Shape.ID),
            Parameter.optional("Priority", Shape.number(1, 3)),
            Parameter.optional("ItemTypes", Shape.words(ItemType.WORDS)),
            Parameter.optional("ItemStartDate", Shape.INSTANT),
            Parameter.optional("ItemEndDate", Shape.INSTANT),
            Parameter.optional("MaximumItemsPerFolder", Shape.number(Integer.MAX_VALUE, Integer.MAX_VALUE)),
            Parameter.optional(REQUESTED, Shape.INSTANT));
    private static final List<Parameter> CHANGES = List.of(
            Parameter.required("mailboxmigration", Shape.OBJECT),
            Parameter.required(STATUS, Shape.word(PassStatus.STOPPING.word())));

    private final Needs needs;

    /// @param needs says how much of a mailbox there is to copy
    Passes(Needs needs) {
        this.needs = needs;
    }

    /// How many bytes a pass has to copy, as far as that can be known before it looks; 0 if it cannot.
    @FunctionalInterface
    interface Needs {
        long bytes(Draft draft, Row project, Row pass);
    }

    List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-MW_MailboxMigration",
                        TICKETS,
                        QUERY.parameters(),
                        (draft, _, arguments) -> QUERY.run(draft, _ -> true, arguments)),
                new Cmdlet("Add-MW_MailboxMigration", TICKETS, NEW, (draft, _, arguments) -> submit(draft, arguments)),
                new Cmdlet(
                        "Set-MW_MailboxMigration", TICKETS, CHANGES, (draft, _, arguments) -> stop(draft, arguments)),
                new Cmdlet(
                        "Get-MW_MailboxStat",
                        TICKETS,
                        List.of(Parameter.required(ITEM, Shape.ID)),
                        (draft, _, arguments) -> statistics(draft, arguments)),
                new Cmdlet(
                        "Get-MW_MailboxError",
                        TICKETS,
                        ERRORS.parameters(),
                        (draft, _, arguments) -> ERRORS.run(draft, _ -> true, arguments)));
    }

    /// In the order of their creation.
    static Stream<Row> of(Draft draft, Row item) {
        return draft.all(Table.PASSES).filter(pass -> pass.is(ITEM, item.id()));
    }

    static Optional<Row> latest(Draft draft, Row item) {
        return of(draft, item).reduce((_, later) -> later);
    }

    private List<JsonNode> submit(Draft draft, Arguments arguments) {
        Projects.requireUser(draft, arguments);
        Row project = Projects.find(draft, arguments.text(Projects.ID));
        Row item = Items.find(draft, arguments.text(ITEM));
        if (!item.is(Projects.ID, project.id())) {
            throw Refusal.notFound("item of the project " + project.id(), item.id());
        }
        latest(draft, item).filter(pass -> PassStatus.of(pass).underWay()).ifPresent(pass -> {
            throw Refusal.conflict(
                    "The item %s has a pass that is %s already.".formatted(item.id(), pass.text(STATUS)));
        });
        requireSense(draft, item, arguments);
        Row pass = pass(draft, project, item, arguments);
        if (pass.is("Type", FULL)) {
            pass = licensed(draft, project, item, pass);
        }
        draft.keep(Table.PASSES, pass);
        draft.effect("pass %s of item %s is submitted: %s".formatted(pass.id(), item.id(), pass.text("Type")));
        return List.of(pass.shown());
    }

    private static void requireSense(Draft draft, Row item, Arguments arguments) {
        String types = arguments.text("ItemTypes", "");
        switch (arguments.text("Type")) {
            case VERIFICATION -> {
                if (!types.isEmpty() && !types.equals(ItemType.NONE)) {
                    throw Refusal.invalid("ItemTypes of a verification must be None.");
                }
            }
            case REPAIR -> requireErrors(draft, item);
            default -> {
                if (types.contains(ItemType.NONE)) {
                    throw Refusal.invalid("ItemTypes of a full pass must not be None.");
                }
            }
        }
        if (!arguments
                .instant("ItemStartDate")
                .orElse(BEGINNING)
                .isBefore(arguments.instant("ItemEndDate").orElse(END))) {
            throw Refusal.invalid("ItemStartDate must be before ItemEndDate.");
        }
    }

    private static void requireErrors(Draft draft, Row item) {
        boolean completed = of(draft, item)
                .filter(pass -> !pass.is("Type", VERIFICATION))
                .reduce((_, later) -> later)
                .filter(pass -> PassStatus.of(pass) == PassStatus.COMPLETED)
                .isPresent();
        if (!completed || errors(draft, item).findAny().isEmpty()) {
            throw Refusal.conflict("Errors of the item %s can be retried only after a completed pass with errors."
                    .formatted(item.id()));
        }
    }

    static Stream<Row> errors(Draft draft, Row item) {
        return draft.all(Table.ERRORS).filter(error -> error.is(ITEM, item.id()));
    }

    private static Row pass(Draft draft, Row project, Row item, Arguments arguments) {
        Instant requested =
                arguments.instant(REQUESTED).filter(draft.now()::isBefore).orElse(draft.now());
        Instant queued = requested.equals(draft.now()) ? requested.plus(SUBMISSION) : requested;
        String source = Items.seen(item, Items.EXPORT, draft.now());
        String destination = Items.seen(item, Items.IMPORT, draft.now());
        Duration waiting = Draw.by(
                        draft.workgroup(), source, destination, of(draft, item).count())
                .between(QUEUE_MIN, QUEUE_MAX);
        ObjectNode pass = draft.blank(Table.PASSES)
                .put("UserId", draft.workgroup().userId())
                .put("Priority", 1)
                .putNull("ItemTypes")
                .put("ItemStartDate", project.text("ItemStartDate"))
                .put("ItemEndDate", project.text("ItemEndDate"))
                .put("MaximumItemsPerFolder", Integer.MAX_VALUE)
                .putNull("StartDate")
                .putNull("CompleteDate")
                .putNull("FailureMessage")
                .putNull("MigrationServerIp")
                .put("LicenseSku", Row.NIL)
                .put("LicensePackId", Row.NIL)
                .put("ConsumedLicense", false);
        arguments.copy(pass, NEW);
        Row.stateOf(pass.put(REQUESTED, requested.toString())
                        .put(ITEM, item.id())
                        .put(Projects.ID, project.id()))
                .put("queueAt", queued.toString())
                .put("readyAt", queued.plus(waiting).toString())
                .put("export", source)
                .put("import", destination);
        return new Row(pass);
    }

    /// A bundle covers everything; else licences of fifty gigabytes each are taken, as many as the project allows.
    private Row licensed(Draft draft, Row project, Row item, Row pass) {
        if (Subscriptions.covers(draft, item)) {
            return pass.with(value -> value.put("LicenseSku", Workgroup.sku(Workgroup.BUNDLE)));
        }
        long before = item.state().number("bytes");
        long needed = Math.ceilDiv(Math.max(1, before + needs.bytes(draft, project, pass)), PassEnd.LICENCE_BYTES);
        long used = item.number("LicensesUsed");
        long wanted = Math.max(0, Math.min(needed, project.number("MaxLicensesToConsume")) - used);
        List<Licences.Taken> taken = new Licences(draft).take(Workgroup.SINGLE, wanted);
        long count = taken.stream().mapToLong(Licences.Taken::count).sum();
        if (used + count == 0) {
            throw Refusal.conflict("The item %s has no user migration bundle, and no licence of %s is left."
                    .formatted(item.id(), Workgroup.SINGLE));
        }
        return pass.with(value -> value.put("LicenseSku", Workgroup.sku(Workgroup.SINGLE))
                        .put(
                                "LicensePackId",
                                taken.isEmpty() ? Row.NIL : taken.getFirst().packId())
                        .put("ConsumedLicense", count > 0))
                .withState(state -> state.put("capacity", (used + count) * PassEnd.LICENCE_BYTES - before)
                        .set("taken", Licences.Taken.written(taken)));
    }

    private static List<JsonNode> stop(Draft draft, Arguments arguments) {
        String id = arguments.value("mailboxmigration").orElseThrow().path("Id").asString();
        Row pass = draft.find(Table.PASSES, id.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("pass", id));
        boolean scheduled =
                pass.instant(REQUESTED).filter(draft.now()::isBefore).isPresent();
        PassStatus status = PassStatus.of(pass);
        if (status != PassStatus.PROCESSING && !(status == PassStatus.SUBMITTED && scheduled)) {
            throw Refusal.conflict("The pass %s is %s and cannot be stopped.".formatted(id, status.word()));
        }
        Row stopping = draft.change(
                Table.PASSES,
                pass,
                value -> Row.stateOf(value.put(STATUS, PassStatus.STOPPING.word()))
                        .put("askedAt", draft.now().toString())
                        .put("stopAt", draft.now().plus(STOPPING).toString()));
        draft.effect("pass %s of item %s is to stop".formatted(pass.id(), pass.text(ITEM)));
        return List.of(stopping.shown());
    }

    private static List<JsonNode> statistics(Draft draft, Arguments arguments) {
        return draft.find(Table.ITEMS, arguments.text(ITEM).toLowerCase(java.util.Locale.ROOT))
                .flatMap(item -> ItemStatistics.shown(item, latest(draft, item), draft.now()))
                .<List<JsonNode>>map(List::of)
                .orElse(List.of());
    }
}
