package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// A recipient that gets other properties, all at once.
final class Edited {

    private final Recipient recipient;
    private final ObjectNode value;
    private final List<Link> links = new ArrayList<>();
    private final List<String> effects = new ArrayList<>();

    Edited(Recipient recipient) {
        this.recipient = recipient;
        this.value = ((ObjectNode) recipient.object().value()).deepCopy();
    }

    Recipient recipient() {
        return recipient;
    }

    /// @param means whom names in it mean that did not stand there or meant another
    void set(String property, JsonNode wanted, Link... means) {
        JsonNode before = value.path(property);
        boolean same = before.isMissingNode() ? wanted.isNull() : before.equals(wanted);
        if (same && means.length == 0) {
            return;
        }
        value.set(property, wanted);
        links.addAll(List.of(means));
        effects.add("%s %s: %s was %s and is %s"
                .formatted(
                        recipient.kind().file(),
                        recipient.guid(),
                        property,
                        before.isMissingNode() ? NullNode.getInstance() : before,
                        wanted));
    }

    /// @param wanted nothing takes it away
    void setCustomAttribute(String name, Optional<String> wanted) {
        ObjectNode before = value.deepCopy();
        CustomAttributes.put(value, name, wanted);
        if (!value.equals(before)) {
            effects.add("%s %s: %s was '%s' and is '%s'"
                    .formatted(
                            recipient.kind().file(),
                            recipient.guid(),
                            name,
                            before.path(name).asString(""),
                            value.path(name).asString("")));
        }
    }

    void keep(Change change) {
        if (!effects.isEmpty()) {
            change.replace(recipient.kind(), recipient.object(), value, links.toArray(Link[]::new));
            effects.forEach(change::effect);
        }
    }
}
