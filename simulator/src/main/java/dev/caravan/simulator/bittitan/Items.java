package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Items of projects, which BitTitan calls mailboxes: a source's address and a destination's.
final class Items {

    static final String EXPORT = "ExportEmailAddress";
    static final String IMPORT = "ImportEmailAddress";

    private static final Set<Scope> TICKETS = Set.of(Scope.MIGRATION_WIZ);
    private static final String LICENCES = "LicensesUsed";
    /// How long a pass that is submitted still sees the addresses before.
    private static final Duration LATE = Duration.ofSeconds(8);
    private static final Query QUERY = Query.of(
            Table.ITEMS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional(Projects.ID, Shape.ID),
            Parameter.optional(EXPORT, Shape.TEXT),
            Parameter.optional(IMPORT, Shape.TEXT),
            Parameter.optional("Categories", Shape.TEXT),
            Parameter.optional("CustomerEndUserId", Shape.ID));
    private static final List<Parameter> OPTIONS = List.of(
            Parameter.optional("ExportUserName", Shape.TEXT),
            Parameter.optional("ImportUserName", Shape.TEXT),
            Parameter.optional("FolderFilter", Shape.TEXT),
            Parameter.optional("AdvancedOptions", Shape.TEXT),
            Parameter.optional("Flags", Shape.TEXT),
            Parameter.optional("Categories", Shape.TEXT),
            Parameter.optional("DisabledMailboxItemTypes", Shape.words(ItemType.WORDS)));
    private static final List<Parameter> NEW = Lists.and(
            OPTIONS,
            Parameter.optional("UserId", Shape.ID),
            Parameter.required(Projects.ID, Shape.ID),
            Parameter.required(EXPORT, Shape.ADDRESS_TEXT),
            Parameter.required(IMPORT, Shape.ADDRESS_TEXT));
    private static final Setting SETTING = new Setting(
            Table.ITEMS,
            "mailbox",
            "item",
            Lists.and(
                    OPTIONS,
                    Parameter.optional(Projects.ID, Shape.ID),
                    Parameter.optional(EXPORT, Shape.ADDRESS_TEXT),
                    Parameter.optional(IMPORT, Shape.ADDRESS_TEXT)));
    private static final Removal REMOVAL = new Removal(Table.ITEMS, "item");

    private Items() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-MW_Mailbox",
                        TICKETS,
                        QUERY.parameters(),
                        (draft, _, arguments) -> QUERY.run(draft, _ -> true, arguments)),
                new Cmdlet("Add-MW_Mailbox", TICKETS, NEW, (draft, _, arguments) -> add(draft, arguments)),
                new Cmdlet(
                        "Set-MW_Mailbox",
                        TICKETS,
                        SETTING.parameters(),
                        (draft, _, arguments) -> set(draft, arguments)),
                new Cmdlet("Remove-MW_Mailbox", TICKETS, Removal.PARAMETERS, (draft, _, arguments) -> {
                    REMOVAL.rows(draft, arguments, _ -> true).forEach(item -> remove(draft, item));
                    return List.of();
                }));
    }

    private static List<JsonNode> add(Draft draft, Arguments arguments) {
        Projects.requireUser(draft, arguments);
        Row project = Projects.find(draft, arguments.text(Projects.ID));
        String source = arguments.text(EXPORT);
        String destination = arguments.text(IMPORT);
        requireFree(draft, project.id(), source, destination, "");
        ObjectNode item = draft.blank(Table.ITEMS)
                .put("UserId", draft.workgroup().userId())
                .put(
                        "CustomerEndUserId",
                        EndUsers.of(draft, project.text("OrganizationId"), source, destination)
                                .map(Row::id)
                                .orElse(Row.NIL))
                .put("Categories", "")
                .put("FolderFilter", "")
                .put("AdvancedOptions", "")
                .put("Flags", "")
                .putNull("DisabledMailboxItemTypes")
                .put(LICENCES, 0)
                .put("LastLicensesUsed", 0)
                .putNull("SyncSubscriptionStatus");
        arguments.copy(item, NEW);
        Row row = draft.add(Table.ITEMS, item.put(Projects.ID, project.id()));
        draft.effect("item %s is new: %s to %s".formatted(row.id(), source, destination));
        return List.of(row.shown());
    }

    private static void requireFree(Draft draft, String project, String source, String destination, String id) {
        if (draft.all(Table.ITEMS)
                .anyMatch(other -> !other.is("Id", id)
                        && other.is(Projects.ID, project)
                        && other.is(EXPORT, source)
                        && other.is(IMPORT, destination))) {
            throw Refusal.conflict("The project has an item from " + source + " to " + destination + " already.");
        }
    }

    private static List<JsonNode> set(Draft draft, Arguments arguments) {
        Row item = SETTING.row(draft, arguments, _ -> true);
        String project = Projects.find(draft, arguments.text(Projects.ID, item.text(Projects.ID)))
                .id();
        requireFree(
                draft,
                project,
                arguments.text(EXPORT, item.text(EXPORT)),
                arguments.text(IMPORT, item.text(IMPORT)),
                item.id());
        if (!item.is(Projects.ID, project)) {
            requireIdle(draft, item);
        }
        Row changed = SETTING.apply(draft, item, arguments);
        if (!changed.equals(item)) {
            changed = draft.keep(
                    Table.ITEMS,
                    changed.withState(state -> state.put(EXPORT, seen(item, EXPORT, draft.now()))
                            .put(IMPORT, seen(item, IMPORT, draft.now()))
                            .put("seenFrom", draft.now().plus(LATE).toString())));
        }
        return List.of(changed.shown());
    }

    /// The address that a pass that is submitted now works with.
    static String seen(Row item, String property, Instant now) {
        return item.state().instant("seenFrom").filter(now::isBefore).isPresent()
                ? item.state().text(property)
                : item.text(property);
    }

    private static void requireIdle(Draft draft, Row item) {
        Passes.latest(draft, item)
                .filter(pass -> PassStatus.of(pass).underWay())
                .ifPresent(pass -> {
                    throw Refusal.conflict(
                            "The item %s has a pass that is %s.".formatted(item.id(), pass.text("Status")));
                });
    }

    /// Passes, errors and single-use licences go with it.
    static void remove(Draft draft, Row item) {
        requireIdle(draft, item);
        Passes.of(draft, item).toList().forEach(pass -> draft.remove(Table.PASSES, pass));
        draft.all(Table.ERRORS)
                .filter(error -> error.is(Passes.ITEM, item.id()))
                .toList()
                .forEach(error -> draft.remove(Table.ERRORS, error));
        REMOVAL.forget(draft, item);
    }

    /// @throws Refusal if there is none
    static Row find(Draft draft, String id) {
        return draft.find(Table.ITEMS, id.toLowerCase(Locale.ROOT)).orElseThrow(() -> Refusal.notFound("item", id));
    }

    /// Licences of single mailboxes are kept by an item for good, or given up where a pass came to nothing.
    static Row count(Row item, long more, long bytes) {
        return item.with(value ->
                        value.put(LICENCES, item.number(LICENCES) + more).put("LastLicensesUsed", more))
                .withState(state -> state.put("bytes", item.state().number("bytes") + bytes));
    }
}
