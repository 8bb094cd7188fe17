package dev.caravan.simulator.bittitan;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Takes secrets out of what is shown, recorded or dumped.
final class Secrets {

    private static final String MASK = "***";
    private static final Pattern NAME = Pattern.compile(".*(password|secret).*", Pattern.CASE_INSENSITIVE);
    /// One of several options in one text.
    private static final Pattern OPTION =
            Pattern.compile("(?i)([^\\s=]*(?:secret|password)[^\\s=]*=)(\"[^\"]*\"|\\S*)");

    private Secrets() {}

    /// Options without the values of those that are secrets.
    static String masked(String options) {
        return OPTION.matcher(options).replaceAll("$1" + MASK);
    }

    /// Masks an object and those in it.
    static void mask(ObjectNode object) {
        for (String name : List.copyOf(object.propertyNames())) {
            if (object.path(name) instanceof ObjectNode inner) {
                mask(inner);
            } else if (object.path(name).isString()) {
                object.put(
                        name,
                        NAME.matcher(name).matches()
                                ? MASK
                                : masked(object.path(name).asString()));
            }
        }
    }
}
