package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.http.Problems.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at every field of a request and tells everything that is wrong at once. A field that is wrong reads as
/// something harmless until [#requireNone] refuses the request.
final class Checks {

    static final int TITLE_LENGTH_MAX = 200;
    static final int TEXT_LENGTH_MAX = 4_000;
    static final int DOMAINS_MAX = 1_000;

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final List<FieldError> errors = new ArrayList<>();

    /// Why somebody asks for something, where nothing else is said. Throws the problem when it is missing or too long.
    static String reason(Bodies.Reason body) {
        var checks = new Checks();
        var reason = checks.said("reason", body.reason(), TEXT_LENGTH_MAX);
        checks.requireNone();
        return reason;
    }

    void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    boolean areFine() {
        return errors.isEmpty();
    }

    /// Throws the problem that names them all, if any field was wrong.
    void requireNone() {
        if (!errors.isEmpty()) {
            throw Problems.fields(errors);
        }
    }

    /// A text that must say something.
    String said(String field, @Nullable String text, int lengthMax) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            wrong(field, "is missing");
        }
        return bounded(field, said, lengthMax);
    }

    /// A name on one line.
    String name(String field, @Nullable String text, int lengthMax) {
        var name = said(field, text, lengthMax);
        if (name.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "stands on one line");
        }
        return name;
    }

    /// A text that may be missing.
    String bounded(String field, @Nullable String text, int lengthMax) {
        var said = text == null ? "" : text.strip();
        if (said.length() > lengthMax) {
            wrong(field, "has " + lengthMax + " characters at most");
        }
        return said;
    }

    /// An Entra id, in lower case.
    String guid(String field, @Nullable String text) {
        var guid = said(field, text, TEXT_LENGTH_MAX).toLowerCase(Locale.ROOT);
        return guid.isEmpty()
                ? guid
                : matching(field, guid, GUID, "an Entra id, as in 11111111-2222-3333-4444-555555555555");
    }

    /// An id of ours.
    String id(String field, @Nullable String text) {
        var id = said(field, text, TEXT_LENGTH_MAX);
        return id.isEmpty() ? id : matching(field, id, ID, "letters, digits, '.', '_' and '-'");
    }

    /// A domain name in lower case and without its final dot; names beyond ASCII come in their `xn--` form.
    String domain(String field, @Nullable String text) {
        var said = said(field, text, TEXT_LENGTH_MAX).toLowerCase(Locale.ROOT);
        var name = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        return name.isEmpty() ? name : matching(field, name, DOMAIN, "a domain name, as in fabrikam.example");
    }

    /// Different domain names.
    List<String> domains(String field, @Nullable List<@Nullable String> texts) {
        var given = texts == null ? List.<String>of() : texts;
        if (given.size() > DOMAINS_MAX) {
            wrong(field, "are " + DOMAINS_MAX + " at most");
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var index = 0; index < given.size(); index++) {
            var at = field + "[" + index + "]";
            var name = domain(at, given.get(index));
            if (names.contains(name)) {
                wrong(at, "is there twice");
            }
            names.add(name);
        }
        return names;
    }

    /// Texts by name; null counts as missing.
    Map<String, String> texts(String field, @Nullable Map<String, @Nullable String> given, int lengthMax) {
        var texts = new LinkedHashMap<String, String>();
        (given == null ? Map.<String, @Nullable String>of() : given)
                .forEach((name, text) -> texts.put(name, said(field + "." + name, text, lengthMax)));
        return texts;
    }

    ZoneId zone(String field, @Nullable String text) {
        var name = said(field, text, TEXT_LENGTH_MAX);
        if (name.isEmpty() || !ZoneId.getAvailableZoneIds().contains(name)) {
            if (!name.isEmpty()) {
                wrong(field, "is no time zone of the IANA database, as in Europe/Berlin");
            }
            return ZoneId.of("UTC");
        }
        return ZoneId.of(name);
    }

    Instant instant(String field, @Nullable String text) {
        var written = said(field, text, TEXT_LENGTH_MAX);
        if (written.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            var instant = OffsetDateTime.parse(written).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                wrong(field, "lies between the years 2000 and 2200");
            }
            return instant;
        } catch (DateTimeException notOne) {
            wrong(field, "is no instant with an offset, as in 2026-12-04T20:00:00+01:00 or 2026-12-04T19:00:00Z");
            return Instant.EPOCH;
        }
    }

    private String matching(String field, String text, Pattern pattern, String form) {
        if (!pattern.matcher(text).matches()) {
            wrong(field, "is not of the form: " + form);
        }
        return text;
    }
}
