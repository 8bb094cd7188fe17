package dev.caravan.orchestrator.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.Optional;

/// A stretch of the ledger of one step that fits one command: bounded by count and by size, and never through the
/// middle of an object unless that object alone is too large.
///
/// @param from first key, inclusive
/// @param to last key, inclusive
/// @param objects how many objects lie between them
/// @param last whether no line follows
public record LedgerCut(PropertyKey from, PropertyKey to, int objects, boolean last) {

    /// What Avro adds to each text, and to each line for its lists, in bytes at most.
    private static final int BYTES_PER_TEXT = 5;

    /// The first stretch of these lines, which are sorted by key; empty if there are none.
    ///
    /// @param objectsMax how many objects at most
    /// @param bytesMax how many bytes their values may take in a command at most
    public static Optional<LedgerCut> first(Iterator<LedgerLine> lines, int objectsMax, int bytesMax) {
        if (!lines.hasNext()) {
            return Optional.empty();
        }
        var knife = new Knife(lines.next(), objectsMax, bytesMax);
        while (lines.hasNext()) {
            if (!knife.takes(lines.next())) {
                return Optional.of(knife.cut(false));
            }
        }
        return Optional.of(knife.cut(true));
    }

    static int bytesOf(LedgerLine line) {
        var key = line.key();
        var bytes = bytesOf(key.kind()) + bytesOf(key.id()) + bytesOf(key.property()) + bytesOf(line.sentence());
        return bytes + bytesOf(line.before()) + bytesOf(line.after());
    }

    private static int bytesOf(Iterable<String> values) {
        var bytes = 2 * BYTES_PER_TEXT;
        for (var value : values) {
            bytes += bytesOf(value);
        }
        return bytes;
    }

    private static int bytesOf(String text) {
        return text.getBytes(UTF_8).length + BYTES_PER_TEXT;
    }

    /// Where the cut would be if the next line did not fit.
    private static final class Knife {
        private final PropertyKey from;
        private final int objectsMax;
        private final int bytesMax;
        private PropertyKey to;
        private Optional<PropertyKey> endOfPreviousObject = Optional.empty();
        private int objects = 1;
        private int bytes;

        Knife(LedgerLine first, int objectsMax, int bytesMax) {
            this.from = first.key();
            this.to = first.key();
            this.bytes = bytesOf(first);
            this.objectsMax = objectsMax;
            this.bytesMax = bytesMax;
        }

        boolean takes(LedgerLine line) {
            var begins = !line.key().isOfSameObjectAs(to);
            if (begins && objects == objectsMax) {
                return false;
            }
            if (begins) {
                endOfPreviousObject = Optional.of(to);
                objects++;
            }
            bytes += bytesOf(line);
            if (bytes > bytesMax) {
                retreat();
                return false;
            }
            to = line.key();
            return true;
        }

        private void retreat() {
            endOfPreviousObject.ifPresent(end -> {
                to = end;
                objects--;
            });
        }

        LedgerCut cut(boolean last) {
            return new LedgerCut(from, to, objects, last);
        }
    }
}
