package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One YAML document as a tree. Anchors, aliases, tags and further documents are refused: nobody needs them in a
/// runbook,
/// and they can make a short file endless.
final class YamlText {

    static final int CHARACTERS_MAX = 1_000_000;

    private static final Mark START = new Mark(1, 1);
    private static final Pattern INDENTED_BY_TAB = Pattern.compile("(?m)^( *)\\t[ \\t]*(?=[^\\s#])");

    private final String text;
    private final Problems problems;

    private YamlText(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /// The document's root; empty when the text is no YAML at all. Problems are told either way.
    static Optional<YamlNode> parse(String text, Problems problems) {
        if (text.length() > CHARACTERS_MAX) {
            problems.error(START, "a runbook has at most %,d characters".formatted(CHARACTERS_MAX));
            return Optional.empty();
        }
        return new YamlText(text, problems).tree();
    }

    private Optional<YamlNode> tree() {
        try {
            return new YamlTree(events(), problems).root();
        } catch (MarkedYamlEngineException broken) {
            if (tabsTold()) {
                return Optional.empty();
            }
            problems.error(
                    broken.getProblemMark().map(YamlTree::mark).orElse(START), "this is not YAML: " + reason(broken));
        } catch (ReaderException broken) {
            problems.error(
                    place(broken.getPosition()),
                    "a runbook cannot hold the character U+%04X".formatted(broken.getCodePoint()));
        } catch (YamlEngineException broken) {
            problems.error(START, "this is not YAML: " + broken.getMessage());
        }
        return Optional.empty();
    }

    private Iterator<Event> events() {
        var settings = LoadSettings.builder().setCodePointLimit(CHARACTERS_MAX).build();
        return new Parse(settings).parseString(text).iterator();
    }

    private static String reason(MarkedYamlEngineException broken) {
        var where = broken.getContextMark().map(mark -> " (it begins in line %d)".formatted(mark.getLine() + 1));
        var reason = broken.getContext() == null
                ? broken.getProblem()
                : broken.getContext() + where.orElse("") + ", " + broken.getProblem();
        return reason.contains("while parsing a flow")
                ? reason + "; inside { } and [ ] write text that holds such signs in quotes"
                : reason;
    }

    /// Tabs are why most broken files are broken, and an editor that makes one makes many: each is told.
    private boolean tabsTold() {
        var before = problems.count();
        var matcher = INDENTED_BY_TAB.matcher(text);
        while (matcher.find()) {
            problems.error(place(matcher.end(1)), "a tab indents this line: use spaces");
        }
        return problems.count() > before;
    }

    private Mark place(int index) {
        var before = text.substring(0, Math.min(index, text.length()));
        var line = (int) before.chars().filter(character -> character == '\n').count();
        return new Mark(line + 1, before.length() - before.lastIndexOf('\n'));
    }
}
