package dev.caravan.simulator.dns.master;

import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// A statement with its meaning.
sealed interface Line {

    /// Where it stands.
    Statement statement();

    /// An empty line, a comment.
    record Blank(Statement statement) implements Line {}

    /// From here on relative names are relative to this one.
    record Origin(Statement statement, Name origin) implements Line {}

    /// From here on records without a time to live have this one.
    record DefaultTtl(Statement statement, long ttl) implements Line {}

    /// A record.
    ///
    /// @param origin what relative names are relative to here
    /// @param record as the line says it
    /// @param ttl where its time to live is written, if it is
    /// @param body the first word after the owner
    /// @param data the words of its data
    record Entry(Statement statement, Name origin, Record record, Optional<Token> ttl, Token body, List<Token> data)
            implements Line {}
}
