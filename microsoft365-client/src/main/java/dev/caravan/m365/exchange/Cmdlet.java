package dev.caravan.m365.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A cmdlet of Exchange Online with its parameters.
///
/// @param name such as `Set-Mailbox`
/// @param parameters by name. `Identity` is always a [Parameter.Names]; what removes or disables has one
/// @param select which properties of its output are wanted; all when empty
public record Cmdlet(String name, Map<String, Parameter> parameters, List<String> select) {

    /// How many cmdlets a batch holds at most.
    public static final int BATCH_MAX = 10;

    private static final String IDENTITY = "Identity";
    private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+-[A-Z][A-Za-z]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    public Cmdlet {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        select = List.copyOf(select);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a cmdlet: " + name);
        }
        parameters.keySet().forEach(Cmdlet::requireWord);
        select.forEach(Cmdlet::requireWord);
        parameters.forEach(Cmdlet::requireIdentityIsOne);
        if (!parameters.containsKey(IDENTITY) && (name.startsWith("Remove-") || name.startsWith("Disable-"))) {
            throw new IllegalArgumentException(name + ": must have an identity");
        }
    }

    /// A cmdlet about one object.
    public static Cmdlet on(String name, Identity identity) {
        return new Cmdlet(name, Map.of(IDENTITY, new Parameter.Names(identity)), List.of());
    }

    /// A cmdlet that lists, creates, or is about the organization.
    public static Cmdlet of(String name) {
        return new Cmdlet(name, Map.of(), List.of());
    }

    /// The object that it is about.
    public Optional<Identity> identity() {
        return parameters.get(IDENTITY) instanceof Parameter.Names(var identity)
                ? Optional.of(identity)
                : Optional.empty();
    }

    /// Whether it changes nothing.
    boolean isRead() {
        return name.startsWith("Get-") || name.startsWith("Test-");
    }

    /// The same, putting out these properties only.
    public Cmdlet selecting(String... properties) {
        return new Cmdlet(name, parameters, List.of(properties));
    }

    /// Names another object, such as the user who gets a permission.
    public Cmdlet with(String parameter, Identity value) {
        return with(parameter, new Parameter.Names(value));
    }

    public Cmdlet with(String parameter, String value) {
        return with(parameter, new Parameter.Text(value));
    }

    /// Sets a boolean, or with `true` a switch.
    public Cmdlet with(String parameter, boolean value) {
        return with(parameter, new Parameter.Flag(value));
    }

    public Cmdlet with(String parameter, long value) {
        return with(parameter, new Parameter.Count(value));
    }

    /// Empties a property.
    public Cmdlet clearing(String parameter) {
        return with(parameter, new Parameter.Cleared());
    }

    /// Gives a property these values and no others.
    public Cmdlet replacing(String parameter, List<String> values) {
        return with(parameter, new Parameter.Replaced(values));
    }

    /// Adds values to a property and takes others away.
    public Cmdlet changing(String parameter, List<String> added, List<String> removed) {
        return with(parameter, new Parameter.Changed(added, removed));
    }

    /// As people know it: name, and what it is about.
    @Override
    public String toString() {
        var words = new ArrayList<>(List.of(name));
        identity().map(Identity::value).ifPresent(words::add);
        return String.join(" ", words);
    }

    private Cmdlet with(String parameter, Parameter value) {
        var all = new TreeMap<>(parameters);
        all.put(parameter, value);
        return new Cmdlet(name, all, select);
    }

    private static void requireWord(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("not the name of a parameter or property: " + word);
        }
    }

    private static void requireIdentityIsOne(String parameter, Parameter value) {
        var isOne = parameter.equals(IDENTITY) && value instanceof Parameter.Names;
        if (parameter.equalsIgnoreCase(IDENTITY) && !isOne) {
            throw new IllegalArgumentException(parameter + ": is set by an Identity only");
        }
    }
}
