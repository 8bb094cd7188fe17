package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.dns.zone.Records;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TTL;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Gives statements their meaning, with what earlier ones said: origin, owner, time to live.
final class Reader {

    private static final Pattern TIME = Pattern.compile("(?i)(\\d+[wdhms]?)+");
    private static final long TTL_MAX = Integer.MAX_VALUE;

    private final Problems problems;
    private Name origin;
    private @Nullable Name owner;
    private final Ttls ttls = new Ttls();

    Reader(Name origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    List<Line> lines(List<Statement> statements) {
        List<Line> lines = new ArrayList<>();
        for (Statement statement : statements) {
            try {
                lines.add(line(statement));
            } catch (UnreadableException e) {
                problems.add(statement.line(), e.getMessage());
            }
        }
        return lines;
    }

    private Line line(Statement statement) throws UnreadableException {
        if (statement.tokens().isEmpty()) {
            return new Line.Blank(statement);
        }
        Token first = statement.tokens().getFirst();
        return !statement.indented() && first.text().startsWith("$")
                ? directive(statement, first.text().toUpperCase(Locale.ROOT))
                : entry(statement);
    }

    private Line directive(Statement statement, String directive) throws UnreadableException {
        if (directive.equals("$INCLUDE") || directive.equals("$GENERATE")) {
            throw new UnreadableException(directive + " is not supported: the file must hold every record of its zone");
        }
        if (!directive.equals("$ORIGIN") && !directive.equals("$TTL")) {
            throw new UnreadableException("unknown directive " + directive);
        }
        if (statement.tokens().size() != 2) {
            throw new UnreadableException(directive + " needs exactly one value");
        }
        String value = statement.tokens().get(1).text();
        if (directive.equals("$ORIGIN")) {
            origin = name(value);
            return new Line.Origin(statement, origin);
        }
        long ttl = ttl(value);
        ttls.setDefault(ttl);
        return new Line.DefaultTtl(statement, ttl);
    }

    private Line entry(Statement statement) throws UnreadableException {
        List<Token> tokens = statement.tokens();
        int at = 0;
        if (!statement.indented()) {
            owner = name(tokens.getFirst().text());
            at = 1;
        }
        Name named = owner;
        if (named == null) {
            throw new UnreadableException(
                    "the record has no owner: the line is indented, and no record stands before it");
        }
        @Nullable Token written = null;
        int body = at;
        for (boolean classSeen = false; at < tokens.size(); at++) {
            String word = tokens.get(at).text();
            if (written == null && TIME.matcher(word).matches()) {
                written = tokens.get(at);
            } else if (!classSeen && isClass(word)) {
                classSeen = true;
            } else {
                break;
            }
        }
        if (at == tokens.size()) {
            throw new UnreadableException("the record has no type");
        }
        int type = type(tokens.get(at).text());
        List<Token> data = tokens.subList(at + 1, tokens.size());
        Record record = record(named, type, written, data);
        return new Line.Entry(statement, origin, record, Optional.ofNullable(written), tokens.get(body), data);
    }

    private Record record(Name named, int type, @Nullable Token written, List<Token> data) throws UnreadableException {
        String text = String.join(" ", data.stream().map(Token::text).toList());
        Record untimed = read(named, type, text);
        Optional<Long> ttl = written == null ? ttls.inherited(untimed) : Optional.of(ttl(written.text()));
        if (ttl.isEmpty()) {
            throw new UnreadableException("the record has no time to live: there is none on its line, no $TTL before it"
                    + " and no record with one");
        }
        ttls.used(ttl.get());
        return Records.withTtl(untimed, ttl.get());
    }

    private Record read(Name named, int type, String text) throws UnreadableException {
        try {
            return Records.read(named, type, 0, text, origin);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(named + " " + Type.string(type) + ": " + reason(e));
        }
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("^<none>:\\d+: ", "");
    }

    private boolean isClass(String word) throws UnreadableException {
        int dclass = DClass.value(word);
        if (dclass > 0 && dclass != DClass.IN) {
            throw new UnreadableException("class " + word + " is not supported, only IN");
        }
        return dclass == DClass.IN;
    }

    private static int type(String word) throws UnreadableException {
        int type = Type.value(word);
        if (type < 0) {
            throw new UnreadableException("unknown type or misplaced word: " + word);
        }
        if (!Type.isRR(type)) {
            throw new UnreadableException("type " + word + " cannot stand in a zone");
        }
        return type;
    }

    private Name name(String text) throws UnreadableException {
        if (!text.chars().allMatch(character -> character > 32 && character < 127)) {
            throw new UnreadableException("name " + text + " has characters beyond ASCII: write it in A-labels");
        }
        try {
            return Name.fromString(text, origin);
        } catch (TextParseException e) {
            throw new UnreadableException("not a name: " + text + ": " + reason(e));
        }
    }

    private static long ttl(String text) throws UnreadableException {
        try {
            long ttl = TTL.parseTTL(text);
            if (ttl <= TTL_MAX) {
                return ttl;
            }
            throw new UnreadableException("time to live " + text + " is longer than 2147483647 seconds");
        } catch (NumberFormatException e) {
            throw new UnreadableException("not a time to live: " + text);
        }
    }

    /// A statement that cannot be read; carries the reason to the place that knows the line.
    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
