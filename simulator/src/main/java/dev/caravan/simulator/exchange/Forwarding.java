package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// Where a mailbox's mail goes beside it or instead. Where both ways are set, Exchange ignores the outside
/// address.
record Forwarding(Place place) {

    static final String INSIDE = "ForwardingAddress";
    static final String OUTSIDE = "ForwardingSmtpAddress";
    static final String BOTH = "DeliverToMailboxAndForward";

    void set(Cmdlet cmdlet, Edited mailbox) {
        if (cmdlet.has(INSIDE)) {
            cmdlet.text(INSIDE)
                    .map(name -> new Named(place).one(name))
                    .ifPresentOrElse(to -> forward(mailbox, to), () -> mailbox.set(INSIDE, NullNode.getInstance()));
        }
        if (cmdlet.has(OUTSIDE)) {
            mailbox.set(
                    OUTSIDE,
                    cmdlet.text(OUTSIDE)
                            .<JsonNode>map(written -> StringNode.valueOf("smtp:" + address(written)))
                            .orElse(NullNode.getInstance()));
        }
        cmdlet.flag(BOTH).ifPresent(both -> mailbox.set(BOTH, both));
    }

    private void forward(Edited mailbox, Recipient to) {
        Optional<String> before = place.idOf(Kind.MAILBOXES, mailbox.recipient().object(), INSIDE);
        if (before.filter(to.id()::equalsIgnoreCase).isEmpty()) {
            mailbox.set(INSIDE, StringNode.valueOf(to.identity()), new Link(INSIDE, to.identity(), to.id()));
        }
    }

    private static String address(String written) {
        return Address.smtp(written)
                .filter(address -> Address.find(address).isPresent())
                .orElseThrow(() -> CmdletError.badValue(
                        "The address '" + written + "' is invalid: it doesn't have a valid SMTP syntax."));
    }
}
