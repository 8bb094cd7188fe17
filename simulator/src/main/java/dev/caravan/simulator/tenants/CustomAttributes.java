package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Fifteen attributes that organizations use as they like. Exchange and the directory show the same values, each under
/// a name of its own.
///
/// An object that never had one does not say so; one whose others are written down goes on saying it of all.
public final class CustomAttributes {

    /// How the directory calls all of them together.
    public static final String IN_DIRECTORY = "onPremisesExtensionAttributes";
    /// How many characters one holds at most.
    public static final int LENGTH_MAX = 1024;

    private static final String PREFIX = "CustomAttribute";
    private static final String DIRECTORY_PREFIX = "extensionAttribute";
    private static final int COUNT = 15;

    /// Their names in Exchange.
    public static final List<String> NAMES =
            IntStream.rangeClosed(1, COUNT).mapToObj(number -> PREFIX + number).toList();

    /// Their names in the directory.
    public static final List<String> NAMES_IN_DIRECTORY =
            NAMES.stream().map(CustomAttributes::inDirectory).toList();

    private CustomAttributes() {}

    private static String inDirectory(String name) {
        return DIRECTORY_PREFIX + name.substring(PREFIX.length());
    }

    /// Gives a recipient one, or takes it away.
    public static void put(ObjectNode recipient, String name, Optional<String> value) {
        boolean others = NAMES.stream().anyMatch(other -> !other.equals(name) && recipient.has(other));
        put(recipient, name, value, others ? object -> object.put(name, "") : object -> object.remove(name));
    }

    /// Gives a user or a group one, or takes it away.
    ///
    /// @param name in Exchange
    public static void putInDirectory(ObjectNode object, String name, Optional<String> value) {
        ObjectNode all = object.path(IN_DIRECTORY) instanceof ObjectNode present
                ? present
                : JsonMapper.shared().createObjectNode();
        String own = inDirectory(name);
        boolean others = all.propertyNames().stream().anyMatch(other -> !other.equals(own));
        put(all, own, value, others ? attributes -> attributes.putNull(own) : attributes -> attributes.remove(own));
        if (!all.isEmpty()) {
            object.set(IN_DIRECTORY, all);
        } else if (object.has(IN_DIRECTORY)) {
            object.remove(IN_DIRECTORY);
        }
    }

    private static void put(ObjectNode object, String name, Optional<String> value, Consumer<ObjectNode> clearing) {
        Optional<String> before = of(object, name);
        if (!before.equals(value)) {
            value.ifPresentOrElse(text -> object.put(name, text), () -> clearing.accept(object));
        }
    }

    /// Has a recipient show what the directory says of its user.
    static void follow(ObjectNode recipient, JsonLine user) {
        JsonNode all = user.value().path(IN_DIRECTORY);
        NAMES.forEach(name -> put(recipient, name, of(all, inDirectory(name))));
    }

    private static Optional<String> of(JsonNode object, String name) {
        return object.path(name).stringValueOpt().filter(text -> !text.isEmpty());
    }
}
