package dev.caravan.simulator.faults;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Something that the simulator shall get wrong.
///
/// @param kind what, such as `dns-refuse`
/// @param zone only in this zone, lower case without the final dot; null = in all
/// @param account only for this account; null = for all
/// @param count how often; null = until it is taken away
/// @param details whatever else the kind needs, such as `lagSeconds`
public record Fault(
        String kind,
        @Nullable String zone,
        @Nullable String account,
        @Nullable Integer count,
        @JsonAnyGetter Map<String, JsonNode> details) {

    @JsonCreator
    static Fault of(
            @JsonProperty("kind") @Nullable String kind,
            @JsonProperty("zone") @Nullable String zone,
            @JsonProperty("account") @Nullable String account,
            @JsonProperty("count") @Nullable Integer count,
            @JsonAnySetter @Nullable Map<String, JsonNode> details) {
        @Nullable
        String apex = zone == null ? null : zone.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return new Fault(
                kind == null ? "" : kind, apex, account, count, details == null ? Map.of() : Map.copyOf(details));
    }

    /// A whole number among the details.
    public OptionalLong number(String name) {
        JsonNode value = details.get(name);
        return value != null && value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    /// A text or a number among the details, as it was written.
    public Optional<String> text(String name) {
        return Optional.ofNullable(details.get(name))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString);
    }

    /// True if a detail has that value in any letter case, or is not given.
    public boolean means(String detail, String value) {
        return text(detail).filter(meant -> !meant.equalsIgnoreCase(value)).isEmpty();
    }

    /// The fault whatever is left of its count.
    public Fault uncounted() {
        return new Fault(kind, zone, account, null, details);
    }

    /// True if the fault means this zone and account.
    public boolean meets(@Nullable String thatZone, @Nullable String thatAccount) {
        return (zone == null || zone.equals(thatZone)) && (account == null || account.equals(thatAccount));
    }

    Fault countedDown() {
        return new Fault(kind, zone, account, count == null ? null : count - 1, details);
    }

    boolean exhausted() {
        return count != null && count <= 0;
    }
}
