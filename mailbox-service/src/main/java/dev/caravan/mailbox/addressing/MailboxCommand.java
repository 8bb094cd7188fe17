package dev.caravan.mailbox.addressing;

import dev.caravan.kit.plan.Change;
import java.util.List;

/// What this service can be asked to do; the page `mailbox.avdl` says it on the wire.
public sealed interface MailboxCommand {

    /// Give each mailbox an address in the tenant's initial domain.
    ///
    /// @param mailboxes their guids
    record AddInitialAddresses(List<String> mailboxes) implements MailboxCommand {}

    /// Ask whether each mailbox has one.
    record ProveInitialAddresses(List<String> mailboxes) implements MailboxCommand {}

    /// Take these recorded changes of addresses back.
    record RevertAddresses(List<Change> changes) implements MailboxCommand {}
}
