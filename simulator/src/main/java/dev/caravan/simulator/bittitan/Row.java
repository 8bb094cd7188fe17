package dev.caravan.simulator.bittitan;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One object as it is kept: the properties that are shown, and beside them what only the simulator knows.
record Row(ObjectNode value) {

    static final String NIL = "00000000-0000-0000-0000-000000000000";

    private static final String STATE = "simulator";

    static Row of(JsonNode value) {
        return new Row((ObjectNode) value);
    }

    String id() {
        return text("Id");
    }

    /// Empty where there is none.
    String text(String property) {
        return value.path(property).asString("");
    }

    boolean is(String property, String wanted) {
        return text(property).equalsIgnoreCase(wanted);
    }

    boolean flag(String property) {
        return value.path(property).asBoolean(false);
    }

    long number(String property) {
        return value.path(property).asLong(0);
    }

    Optional<Instant> instant(String property) {
        return Optional.of(text(property)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    /// What only the simulator knows; not to be changed.
    Row state() {
        JsonNode state = value.path(STATE);
        return state.isObject() ? of(state) : new Row(JsonMapper.shared().createObjectNode());
    }

    /// The row with changes.
    Row with(Consumer<ObjectNode> change) {
        ObjectNode copy = value.deepCopy();
        change.accept(copy);
        return new Row(copy);
    }

    /// The row with changes of what only the simulator knows.
    Row withState(Consumer<ObjectNode> change) {
        return with(copy -> change.accept(stateOf(copy)));
    }

    /// What only the simulator knows, to be changed.
    static ObjectNode stateOf(ObjectNode copy) {
        return copy.path(STATE).isObject() ? (ObjectNode) copy.path(STATE) : copy.putObject(STATE);
    }

    /// As callers see it: without secrets, and without what only the simulator knows.
    ObjectNode shown() {
        ObjectNode shown = masked();
        shown.remove(STATE);
        return shown;
    }

    /// As it is written into a dump: without secrets.
    ObjectNode masked() {
        ObjectNode copy = value.deepCopy();
        Secrets.mask(copy);
        return copy;
    }
}
