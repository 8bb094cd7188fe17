package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Copying.Between;
import dev.caravan.simulator.content.MailboxSize;
import dev.caravan.simulator.tenants.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What a pass leaves behind when it ends.
///
/// @param draft in which it ends
record PassEnd(Draft draft, BitTitanSettings settings) {

    /// What a licence of a single mailbox covers.
    static final long LICENCE_BYTES = 50L << 30;

    private static final int ERRORS_MAX = 5;
    private static final String[] COMPLAINTS = {
        "The item could not be imported: ErrorMessageSizeExceeded.",
        "The item could not be exported: ErrorCorruptData.",
        "The item could not be imported: ErrorMimeContentInvalidBase64String."
    };

    /// Copies, and ends as far as licences and errors allow.
    void copied(Row pass, Change change, Between mailboxes, Copying whole) {
        Row item = item(pass);
        boolean limited = pass.state().value().has("capacity");
        long capacity = limited ? pass.state().number("capacity") : Long.MAX_VALUE;
        Copying some = whole.bytes() > capacity ? whole.within(capacity) : whole;
        long failing = failing(pass, mailboxes, some);
        some.into(draft, change, mailboxes, failing);
        long errorBytes = failing * mailBytes(some);
        for (Map.Entry<ItemType, Part> part : some.parts().entrySet()) {
            boolean mail = part.getKey() == ItemType.MAIL;
            item = ItemStatistics.copied(
                    item,
                    part.getKey(),
                    part.getValue().count() - (mail ? failing : 0),
                    part.getValue().bytes() - (mail ? errorBytes : 0),
                    mail ? failing : 0,
                    mail ? errorBytes : 0);
        }
        item = item.withState(state -> state.put("erred", true));
        complain(pass, failing, mailBytes(some));
        Row project = draft.find(Table.PROJECTS, pass.text(Projects.ID)).orElseThrow();
        if (failing > project.number("MaximumItemFailures")) {
            draft.keep(Table.ITEMS, item);
            failed(pass, "Your migration failed because " + failing + " items failed, more than the project allows.");
            return;
        }
        if (limited) {
            List<Licences.Taken> taken =
                    Licences.Taken.read(pass.state().value().path("taken"));
            long count = taken.stream().mapToLong(Licences.Taken::count).sum();
            item = Items.count(item, count, some.bytes());
        }
        draft.keep(Table.ITEMS, item);
        end(pass, whole.bytes() > capacity ? PassStatus.MAXIMUM_TRANSFER_REACHED : PassStatus.COMPLETED, "");
    }

    private static long mailBytes(Copying copying) {
        Part mail = copying.parts().get(ItemType.MAIL);
        return mail == null ? 0 : mail.itemBytes();
    }

    /// A few messages of some mailboxes fail when they are first copied.
    private long failing(Row pass, Between mailboxes, Copying some) {
        Part mail = some.parts().get(ItemType.MAIL);
        String guid = mailboxes.source().guid();
        boolean troubled = Draw.by(draft.workgroup(), guid, "item errors").isAmong(settings.itemErrors());
        boolean first = item(pass).state().value().path("erred").isMissingNode();
        if (mail == null || !troubled || !first) {
            return 0;
        }
        long wanted = 1L + Draw.by(draft.workgroup(), guid, "how many").below(ERRORS_MAX);
        long spans = mail.spans().stream().mapToLong(Span::length).sum();
        return Math.min(wanted, spans / 2);
    }

    private void complain(Row pass, long count, long size) {
        for (long number = 0; number < count; number++) {
            ObjectNode error = draft.blank(Table.ERRORS)
                    .put(Passes.ITEM, pass.text(Passes.ITEM))
                    .put(Projects.ID, pass.text(Projects.ID))
                    .put("MailboxMigrationId", pass.id())
                    .put("Type", ItemType.MAIL.word())
                    .put("Severity", "Error")
                    .put("ItemSize", size)
                    .put("ItemSubject", "")
                    .put("Message", COMPLAINTS[(int) (number % COMPLAINTS.length)]);
            draft.add(Table.ERRORS, error);
        }
    }

    /// Copies again what failed; some of it never arrives.
    void repaired(Row pass, Change change, Between mailboxes) {
        Row item = item(pass);
        List<Row> errors = Passes.errors(draft, item).toList();
        int lasting =
                Draw.by(draft.workgroup(), mailboxes.source().guid(), "lasting").below(settings.lastingErrors() + 1);
        List<Row> helped = errors.subList(0, Math.max(0, errors.size() - lasting));
        long size = helped.stream().mapToLong(error -> error.number("ItemSize")).sum();
        helped.forEach(error -> draft.remove(Table.ERRORS, error));
        if (!helped.isEmpty()) {
            MailboxSize.grow(change, mailboxes.destination(), helped.size(), size);
        }
        draft.keep(Table.ITEMS, ItemStatistics.repaired(item, ItemType.MAIL, helped.size(), size));
        end(pass, PassStatus.COMPLETED, "");
    }

    /// What was copied until it was stopped stays.
    void stopped(Row pass, Change change, Between mailboxes, Copying whole, Duration worked) {
        double hours = (double) worked.toMillis() / Duration.ofHours(1).toMillis();
        Copying some = whole.within((long) (draft.workgroup().bytesPerHour() * hours));
        some.into(draft, change, mailboxes, 0);
        Row item = item(pass);
        for (Map.Entry<ItemType, Part> part : some.parts().entrySet()) {
            item = ItemStatistics.copied(
                    item,
                    part.getKey(),
                    part.getValue().count(),
                    part.getValue().bytes(),
                    0,
                    0);
        }
        draft.keep(Table.ITEMS, item);
        stopped(pass);
    }

    void stopped(Row pass) {
        restore(pass);
        end(pass, PassStatus.STOPPED, "");
    }

    void failed(Row pass, String message) {
        restore(pass);
        end(pass, PassStatus.FAILED, message);
    }

    void completed(Row pass) {
        end(pass, PassStatus.COMPLETED, "");
    }

    private void restore(Row pass) {
        new Licences(draft).restore(Licences.Taken.read(pass.state().value().path("taken")));
    }

    private void end(Row pass, PassStatus status, String message) {
        draft.change(Table.PASSES, pass, value -> {
            value.put(Passes.STATUS, status.word())
                    .put("CompleteDate", draft.now().toString());
            if (!message.isEmpty()) {
                value.put("FailureMessage", message);
            }
            if (status == PassStatus.FAILED || status == PassStatus.STOPPED) {
                value.put("ConsumedLicense", false).put("LicensePackId", Row.NIL);
            }
        });
        draft.find(Table.PROJECTS, pass.text(Projects.ID))
                .ifPresent(project -> draft.keep(
                        Table.PROJECTS,
                        project.withState(
                                state -> state.put("ended", draft.now().toString()))));
        if (!pass.is("Type", Passes.VERIFICATION)) {
            draft.keep(Table.ITEMS, item(pass).withState(state -> {
                state.put("tried", true);
                state.put(
                        "millis", state.path("millis").asLong(0) + worked(pass).toMillis());
            }));
        }
    }

    private Duration worked(Row pass) {
        return pass.instant("StartDate")
                .map(start -> Duration.between(start, draft.now()))
                .orElse(Duration.ZERO);
    }

    private Row item(Row pass) {
        return draft.find(Table.ITEMS, pass.text(Passes.ITEM)).orElseThrow();
    }
}
