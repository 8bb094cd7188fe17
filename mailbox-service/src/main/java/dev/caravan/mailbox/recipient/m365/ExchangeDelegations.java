package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.mailbox.pairing.Grant;
import dev.caravan.mailbox.pairing.Grant.Right;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.recipient.Delegations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rights in mailboxes as Exchange Online has them.
public final class ExchangeDelegations implements Delegations {

    /// Oneself, and everybody.
    private static final Set<String> NOBODY = Set.of("NT AUTHORITY\\SELF", "Default", "Anonymous");
    private static final String ON_BEHALF = "GrantSendOnBehalfTo";
    private static final String RIGHTS = "AccessRights";
    private static final String FLAGS = "SharingPermissionFlags";
    private static final String NO_FLAGS = "None";
    private static final String CONFIRM = "Confirm";

    private final ExchangeOnline exchange;
    private final Readings readings;
    private final CalendarUsers calendarUsers;

    public ExchangeDelegations(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
        this.readings = new Readings(exchange);
        this.calendarUsers = new CalendarUsers(microsoft365.graph(), readings);
    }

    /// A right as a row says it.
    ///
    /// @param holder as the row names whoever has it
    private record Row(String mailbox, Right right, String holder, List<String> rights) {}

    @Override
    public Outcome<Map<String, List<Grant>>> of(Collection<String> mailboxes, Call call) {
        var all = List.copyOf(mailboxes);
        return rows(all, "Get-MailboxPermission", call, ExchangeDelegations::ofMailbox)
                .then(opening -> rows(all, "Get-RecipientPermission", call, ExchangeDelegations::sendAs)
                        .then(sending -> rows(all, "Get-Mailbox", call, ExchangeDelegations::onBehalf)
                                .then(behalf -> calendars(all, call)
                                        .then(calendars -> grants(
                                                all,
                                                Stream.of(opening, sending, behalf, calendars)
                                                        .flatMap(List::stream)
                                                        .filter(row -> !NOBODY.contains(row.holder()))
                                                        .toList(),
                                                call)))));
    }

    private interface Reading {
        Stream<Row> of(String mailbox, ObjectNode object);
    }

    private Outcome<List<Row>> rows(List<String> mailboxes, String cmdlet, Call call, Reading reading) {
        return rows(
                mailboxes,
                mailboxes.stream()
                        .map(id -> Cmdlet.on(cmdlet, new Identity(id)))
                        .toList(),
                call,
                reading);
    }

    private Outcome<List<Row>> rows(List<String> mailboxes, List<Cmdlet> cmdlets, Call call, Reading reading) {
        return exchange.each(cmdlets, call)
                .then(outcomes -> InTurn.each(outcomes, outcome -> outcome.map(CmdletOutput::objects)))
                .map(outputs -> {
                    var rows = new ArrayList<Row>();
                    for (var number = 0; number < outputs.size(); number++) {
                        var mailbox = mailboxes.get(number);
                        outputs.get(number)
                                .forEach(object -> reading.of(mailbox, object).forEach(rows::add));
                    }
                    return rows;
                });
    }

    private static Stream<Row> ofMailbox(String mailbox, ObjectNode row) {
        return isGiven(row, "FullAccess")
                ? Stream.of(new Row(mailbox, Right.MAILBOX, text(row, "User"), List.of("FullAccess")))
                : Stream.empty();
    }

    private static Stream<Row> sendAs(String mailbox, ObjectNode row) {
        return isGiven(row, "SendAs")
                ? Stream.of(new Row(mailbox, Right.SEND_AS, text(row, "Trustee"), List.of("SendAs")))
                : Stream.empty();
    }

    private static boolean isGiven(ObjectNode row, String right) {
        return texts(row.path(RIGHTS)).anyMatch(right::equals)
                && !row.path("Deny").asBoolean(false)
                && !row.path("IsInherited").asBoolean(false)
                && !text(row, "AccessControlType").equals("Deny");
    }

    private static Stream<Row> onBehalf(String mailbox, ObjectNode object) {
        return texts(object.path(ON_BEHALF)).map(name -> new Row(mailbox, Right.SEND_ON_BEHALF, name, List.of(name)));
    }

    private Outcome<List<Row>> calendars(List<String> mailboxes, Call call) {
        return folders(mailboxes, call).then(folders -> {
            var owners = List.copyOf(folders.keySet());
            var cmdlets = owners.stream()
                    .map(owner -> Cmdlet.on("Get-MailboxFolderPermission", folder(owner, folders)))
                    .toList();
            return rows(owners, cmdlets, call, ExchangeDelegations::calendar);
        });
    }

    private static Stream<Row> calendar(String mailbox, ObjectNode row) {
        var flags = text(row, FLAGS);
        return Stream.of(new Row(
                mailbox,
                Right.CALENDAR,
                text(row, "User"),
                Stream.concat(
                                texts(row.path(RIGHTS)),
                                Stream.of(flags)
                                        .filter(flag -> !flag.isEmpty() && !flag.equals(NO_FLAGS))
                                        .map(flag -> Grant.FLAG + flag))
                        .toList()));
    }

    /// The calendar's name by mailbox, whatever its language calls it.
    private Outcome<Map<String, String>> folders(List<String> mailboxes, Call call) {
        var cmdlets = mailboxes.stream()
                .map(id -> Cmdlet.on("Get-MailboxFolderStatistics", new Identity(id))
                        .with("FolderScope", "Calendar"))
                .toList();
        return exchange.each(cmdlets, call)
                .then(outcomes -> InTurn.each(outcomes, outcome -> outcome.map(CmdletOutput::objects)))
                .map(outputs -> {
                    var folders = new LinkedHashMap<String, String>();
                    for (var number = 0; number < mailboxes.size(); number++) {
                        var mailbox = mailboxes.get(number);
                        outputs.get(number).stream()
                                .filter(folder -> text(folder, "FolderType").equals("Calendar"))
                                .findFirst()
                                .ifPresent(folder -> folders.put(mailbox, text(folder, "Name")));
                    }
                    return folders;
                });
    }

    private static Identity folder(String mailbox, Map<String, String> folders) {
        return new Identity(mailbox + ":\\" + folders.getOrDefault(mailbox, "Calendar"));
    }

    /// Calendars name their users as people are called, all others by what is unique.
    private Outcome<Map<String, List<Grant>>> grants(List<String> mailboxes, List<Row> rows, Call call) {
        var byName = names(rows, row -> row.right() == Right.CALENDAR);
        var byId = names(rows, row -> row.right() != Right.CALENDAR);
        return readings.all(byName, Profiles::readingNamesakes, call).then(namesakes -> {
            var shared = rows.stream()
                    .filter(row -> row.right() == Right.CALENDAR)
                    .filter(row ->
                            namesakes.getOrDefault(row.holder(), List.of()).size() > 1)
                    .map(Row::mailbox)
                    .distinct()
                    .toList();
            return calendarUsers
                    .of(shared, call)
                    .then(users -> readings.all(byId, Profiles::reading, call).map(recipients -> {
                        var grants = new LinkedHashMap<String, List<Grant>>();
                        mailboxes.forEach(mailbox -> grants.put(mailbox, new ArrayList<>()));
                        for (var row : rows) {
                            var found = row.right() == Right.CALENDAR
                                    ? users.narrow(
                                            row.mailbox(),
                                            row.holder(),
                                            namesakes.getOrDefault(row.holder(), List.of()))
                                    : recipients.getOrDefault(row.holder(), List.of());
                            grants.getOrDefault(row.mailbox(), new ArrayList<>())
                                    .add(new Grant(row.right(), holder(row, found), row.holder(), row.rights()));
                        }
                        return grants;
                    }));
        });
    }

    private static List<String> names(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).map(Row::holder).distinct().toList();
    }

    /// Whoever is no recipient has no guid, but is somebody; whoever could be several is nobody.
    private static String holder(Row row, List<ObjectNode> found) {
        return switch (found.size()) {
            case 0 -> row.holder();
            case 1 -> text(found.getFirst(), "Guid");
            default -> "";
        };
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        var calendars = changes.stream()
                .filter(change -> right(change) == Right.CALENDAR)
                .map(change -> Pair.parse(change.id()).owner())
                .distinct()
                .toList();
        return folders(calendars, call)
                .then(folders -> exchange.each(
                        changes.stream().map(change -> cmdlet(change, folders)).toList(), call))
                .then(outcomes -> Each.all(changes, outcomes, "rights-refused"));
    }

    private static Right right(Change change) {
        return Right.of(change.kind()).orElseThrow();
    }

    private static Cmdlet cmdlet(Change change, Map<String, String> folders) {
        var pair = Pair.parse(change.id());
        var owner = new Identity(pair.owner());
        var holder = new Identity(pair.other());
        var isTaken = change.after().isEmpty();
        return switch (right(change)) {
            case MAILBOX -> {
                var cmdlet = Cmdlet.on(isTaken ? "Remove-MailboxPermission" : "Add-MailboxPermission", owner)
                        .with("User", holder)
                        .replacing(RIGHTS, List.of("FullAccess"))
                        .with("InheritanceType", "All");
                yield isTaken ? cmdlet.with(CONFIRM, false) : cmdlet.with("AutoMapping", false);
            }
            case SEND_AS ->
                Cmdlet.on(isTaken ? "Remove-RecipientPermission" : "Add-RecipientPermission", owner)
                        .with("Trustee", holder)
                        .replacing(RIGHTS, List.of("SendAs"))
                        .with(CONFIRM, false);
            case SEND_ON_BEHALF ->
                Cmdlet.on("Set-Mailbox", owner)
                        .changing(
                                ON_BEHALF,
                                isTaken ? List.of() : List.of(pair.other()),
                                isTaken ? List.of(pair.other()) : List.of());
            case CALENDAR -> calendar(change, folder(pair.owner(), folders), holder);
        };
    }

    private static Cmdlet calendar(Change change, Identity folder, Identity holder) {
        if (change.after().isEmpty()) {
            return Cmdlet.on("Remove-MailboxFolderPermission", folder)
                    .with("User", holder)
                    .with(CONFIRM, false);
        }
        var flags = flags(change.after());
        var cmdlet = Cmdlet.on(
                        change.before().isEmpty() ? "Add-MailboxFolderPermission" : "Set-MailboxFolderPermission",
                        folder)
                .with("User", holder)
                .replacing(
                        RIGHTS,
                        change.after().stream()
                                .filter(right -> !right.startsWith(Grant.FLAG))
                                .toList());
        if (!flags.isEmpty()) {
            return cmdlet.with(FLAGS, flags);
        }
        return flags(change.before()).isEmpty() ? cmdlet : cmdlet.with(FLAGS, NO_FLAGS);
    }

    private static String flags(List<String> rights) {
        return rights.stream()
                .filter(right -> right.startsWith(Grant.FLAG))
                .map(right -> right.substring(Grant.FLAG.length()))
                .collect(Collectors.joining(","));
    }

    private static String text(JsonNode object, String property) {
        return object.path(property).stringValueOpt().orElse("");
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }
}
