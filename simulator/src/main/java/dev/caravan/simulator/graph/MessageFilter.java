package dev.caravan.simulator.graph;

import dev.caravan.simulator.content.MailboxItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which messages a `$filter` lets through: those that have come since an instant. No other filter is simulated.
final class MessageFilter {

    private static final String RECEIVED = "receivedDateTime";
    private static final Pattern SINCE = Pattern.compile(RECEIVED + " ge (?<instant>\\S+)");

    private MessageFilter() {}

    /// All of them, where nobody filters.
    static Predicate<MailboxItem> of(GraphRequest request) {
        return request.option(MailboxPath.FILTER).map(MessageFilter::since).orElse(_ -> true);
    }

    private static Predicate<MailboxItem> since(String filter) {
        Matcher since = SINCE.matcher(filter.strip());
        if (!since.matches()) {
            throw GraphError.unsupportedQuery("The filter '" + filter + "' is not supported here.");
        }
        Instant earliest = instant(since.group("instant"));
        return item -> !Instant.parse(item.value().path(RECEIVED).asString()).isBefore(earliest);
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw GraphError.badRequest(
                    "Invalid filter clause: '" + written + "' is no date with a time. " + e.getMessage());
        }
    }
}
