package dev.caravan.simulator.world;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What must hold of a `tenant.json`.
final class TenantRules {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final String file;
    private final JsonNode description;
    private final List<Problem> problems;

    private TenantRules(String file, JsonNode description, List<Problem> problems) {
        this.file = file;
        this.description = description;
        this.problems = problems;
    }

    static void check(Tenant tenant, List<Problem> problems) {
        if (tenant.description().isObject()) {
            new TenantRules(tenant.side().folder() + "/tenant.json", tenant.description(), problems).check();
        }
    }

    private void check() {
        required("id", Guids::wellFormed, "a GUID");
        required("initialDomain", name -> DomainName.find(name).isPresent(), "a domain name");
        optional("displayName", name -> !name.isBlank(), "a name");
        optional("countryLetterCode", code -> COUNTRY.matcher(code).matches(), "two capital letters");
        optional("timeZone", TenantRules::isZone, "a time zone such as Europe/Berlin");
        optional("mailHostPattern", TenantRules::isHostPattern, "a host's name, with {dashes} for the domain");
        JsonNode synced = description.path("onPremisesSyncEnabled");
        if (!synced.isMissingNode() && !synced.isNull() && !synced.isBoolean()) {
            wrong("onPremisesSyncEnabled", "true, false or null");
        }
    }

    private void required(String property, Predicate<String> rule, String expected) {
        if (description.path(property).isMissingNode()) {
            problems.add(new Problem(file, 0, "`" + property + "` is missing; it must be " + expected));
        } else {
            optional(property, rule, expected);
        }
    }

    private void optional(String property, Predicate<String> rule, String expected) {
        JsonNode value = description.path(property);
        if (!value.isMissingNode() && !(value.isString() && rule.test(value.asString()))) {
            wrong(property, expected);
        }
    }

    private void wrong(String property, String expected) {
        problems.add(new Problem(
                file, 0, "`" + property + "` must be " + expected + ", but is " + description.path(property)));
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name).getId().equals(name);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isHostPattern(String pattern) {
        return DomainName.find(pattern.replace("{dashes}", "some-domain")).isPresent();
    }
}
