package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.world.Problem;
import dev.caravan.simulator.world.ZoneFile;
import java.util.List;
import org.xbill.DNS.Name;

/// A master file that a name server can serve, and what every line of it says.
public final class MasterFile {

    private final String text;
    private final List<Line> lines;
    private final Zone zone;

    private MasterFile(String text, List<Line> lines, Zone zone) {
        this.text = text;
        this.lines = lines;
        this.zone = zone;
    }

    /// Reads a file and finds all that is wrong with it.
    public static Reading read(ZoneFile file) {
        return read(file.path(), file.text(), Names.absolute(file.zone().absolute()));
    }

    static Reading read(String path, String text, Name origin) {
        Problems problems = new Problems(path);
        int unreadable = text.indexOf('\uFFFD');
        if (unreadable >= 0) {
            long before = text.substring(0, unreadable)
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            problems.add((int) before + 1, "the file is not in UTF-8");
        }
        List<Statement> statements = Lexer.statements(text, problems);
        List<Line> lines = new Reader(origin, problems).lines(statements);
        Contents contents = Contents.of(lines);
        new ZoneCheck(origin, problems).check(contents);
        return problems.none()
                ? new Reading.Readable(new MasterFile(text, lines, Zone.of(origin, contents.sets())))
                : new Reading.Broken(problems.inOrder());
    }

    /// What it says.
    public Zone zone() {
        return zone;
    }

    /// What it would be for a later version of its zone: this very text if the version says the same, and otherwise
    /// this
    /// text with nothing but the changed records changed. Where no such text would read back as the version, its
    /// canonical form.
    public String textOf(Zone version) {
        String rewritten = new Rewriting(text, lines, zone).of(version);
        boolean faithful = read("", rewritten, zone.origin()) instanceof Reading.Readable(MasterFile back)
                && same(back.zone, version);
        return faithful ? rewritten : CanonicalText.of(version);
    }

    private static boolean same(Zone one, Zone other) {
        return one.sets().count() == other.sets().count()
                && one.sets()
                        .allMatch(set -> other.find(set.name(), set.type())
                                .filter(set::says)
                                .isPresent());
    }

    /// What came of reading.
    public sealed interface Reading {

        /// @param file a file that a name server would load
        record Readable(MasterFile file) implements Reading {}

        /// @param problems at least one, in the order of the file
        record Broken(List<Problem> problems) implements Reading {}
    }
}
