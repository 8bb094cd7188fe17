package dev.caravan.license.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A licence that a user has, and which of its plans are switched off.
public record AssignedLicence(String skuId, List<String> disabledPlans) {

    private static final Pattern FORM =
            Pattern.compile("\\{\"skuId\":\"([^\"]+)\",\"disabledPlans\":\\[([\",\\p{XDigit}-]*)]}");

    public AssignedLicence {
        disabledPlans = List.copyOf(disabledPlans);
    }

    /// As [#toString] writes it.
    static Optional<AssignedLicence> parse(String written) {
        return Optional.of(FORM.matcher(written))
                .filter(Matcher::matches)
                .map(form -> new AssignedLicence(
                        form.group(1),
                        Arrays.stream(form.group(2).replace("\"", "").split(","))
                                .filter(plan -> !plan.isEmpty())
                                .toList()));
    }

    /// The same with these plans switched off, too.
    AssignedLicence without(Collection<String> plans) {
        var all = new ArrayList<>(disabledPlans);
        plans.stream().filter(plan -> !all.contains(plan)).forEach(all::add);
        return new AssignedLicence(skuId, all);
    }

    /// Whether the same plans of the same licence are off: their order means nothing.
    boolean isSameAs(AssignedLicence other) {
        return skuId.equals(other.skuId) && Set.copyOf(disabledPlans).equals(Set.copyOf(other.disabledPlans));
    }

    /// As Graph has it: `{"skuId":"…","disabledPlans":["…"]}`. All values are GUIDs.
    @Override
    public String toString() {
        return "{\"skuId\":\"%s\",\"disabledPlans\":[%s]}"
                .formatted(
                        skuId,
                        disabledPlans.stream().map(plan -> "\"" + plan + "\"").collect(Collectors.joining(",")));
    }
}
