package dev.caravan.mailbox.addressing;

import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Inboxes;
import dev.caravan.mailbox.recipient.Memberships;
import dev.caravan.mailbox.recipient.TargetCreations;
import dev.caravan.mailbox.recipient.Targets;

/// Where targets live, and what can be done with them there.
public record TargetPorts(
        Targets targets,
        TargetCreations creations,
        Memberships memberships,
        Delegations delegations,
        Inboxes inboxes) {}
