package dev.caravan.orchestrator.runbook;

import java.util.Locale;
import java.util.regex.Pattern;

/// Name and type of a record set, as people write them in a runbook: `_dmarc.fabrikam.example TXT`.
public final class RecordName {

    private static final Pattern FORM = Pattern.compile("\\S+ [A-Za-z][A-Za-z0-9-]*");

    private RecordName() {}

    /// Whether a text, its placeholders filled in, could be one.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// As ids of record sets are written: the name in lower case with its final dot, the type in capitals. A text that
    /// is none stays as it is.
    static String written(String text) {
        if (!isOne(text)) {
            return text;
        }
        var space = text.indexOf(' ');
        var name = text.substring(0, space).toLowerCase(Locale.ROOT);
        return (name.endsWith(".") ? name : name + ".") + text.substring(space).toUpperCase(Locale.ROOT);
    }
}
