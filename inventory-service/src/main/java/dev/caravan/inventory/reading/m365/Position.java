package dev.caravan.inventory.reading.m365;

import dev.caravan.inventory.reading.TenantReader.Bookmark;
import java.util.Optional;

/// Where a capture is.
///
/// @param cursor of the page, as Graph or Exchange gave it; empty for the first
/// @param offset how much of that page is done
record Position(Stage stage, Optional<String> cursor, int offset) {

    private static final String SEPARATOR = " ";
    private static final int FIELDS = 3;

    static Position of(Stage stage) {
        return new Position(stage, Optional.empty(), 0);
    }

    /// Throws [IllegalArgumentException] for what [#bookmark] did not write.
    static Position of(Bookmark bookmark) {
        var fields = bookmark.text().split(SEPARATOR, FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a bookmark: " + bookmark.text());
        }
        return new Position(
                Stage.called(fields[0]),
                Optional.of(fields[2]).filter(cursor -> !cursor.isEmpty()),
                Integer.parseInt(fields[1]));
    }

    Bookmark bookmark() {
        return new Bookmark(String.join(SEPARATOR, stage.word(), Integer.toString(offset), cursor.orElse("")));
    }

    /// After that page: the next page of this stage, or else the next stage.
    Optional<Position> afterPage(Optional<String> next) {
        return next.isPresent()
                ? Optional.of(new Position(stage, next, 0))
                : stage.next().map(Position::of);
    }

    /// After some more of the page.
    Position further(int done) {
        return new Position(stage, cursor, offset + done);
    }
}
