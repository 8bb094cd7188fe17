package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Creates users; a mailbox comes with a licence.
record UserCreation(Change change) {

    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    static final Pattern NICK = Pattern.compile("[^\\s@()\\\\\\[\\]\";:<>,]{1,64}");

    private static final String USER = "User";
    private static final String PASSWORD = "passwordProfile";
    private static final Set<String> REQUIRED =
            Set.of("accountEnabled", "displayName", "mailNickname", PASSWORD, "userPrincipalName");
    private static final Set<String> OTHERS = Set.of(
            "businessPhones",
            "city",
            "companyName",
            "country",
            "department",
            "givenName",
            "jobTitle",
            "mobilePhone",
            "officeLocation",
            "otherMails",
            "preferredLanguage",
            "surname",
            "usageLocation");
    private static final int PASSWORD_MIN = 8;
    private static final int PASSWORD_MAX = 256;
    private static final int PASSWORD_KINDS_MIN = 3;

    GraphAnswer create(GraphRequest request) {
        JsonNode body = request.body();
        requireKnown(body);
        Shapes.Name name = new Shapes.Name(
                "", Entities.text(body, "mailNickname", USER), Entities.text(body, "displayName", USER));
        if (!NICK.matcher(name.alias()).matches()) {
            throw Entities.invalid("mailNickname", USER);
        }
        boolean enabled = Entities.flag(body, "accountEnabled", USER);
        String signInName = Entities.text(body, "userPrincipalName", USER);
        requirePassword(body.path(PASSWORD));
        String id = Shapes.newId();
        new SignInName(signInName).require(change, id);
        requireFree(signInName, id);
        ObjectNode user = Shapes.user(id, signInName, name).put("accountEnabled", enabled);
        OTHERS.stream().filter(body::has).forEach(property -> user.set(property, body.path(property)));
        requireLocation(user.path("usageLocation"));
        ExtensionAttributes.of(body)
                .forEach((attribute, value) -> CustomAttributes.putInDirectory(user, attribute, value));
        change.add(Kind.USERS, user);
        change.effect("user %s is new: %s".formatted(id, signInName));
        return Entities.answer(201, request, "users", EntityType.USER, user);
    }

    private static void requireKnown(JsonNode body) {
        for (String property : body.propertyNames()) {
            if (!REQUIRED.contains(property)
                    && !OTHERS.contains(property)
                    && !property.equals(CustomAttributes.IN_DIRECTORY)) {
                throw UserPatch.notWritable(property);
            }
        }
    }

    static void requireLocation(JsonNode location) {
        if (!location.isMissingNode()
                && !location.isNull()
                && !COUNTRY.matcher(location.asString("")).matches()) {
            throw Entities.invalid("usageLocation", USER);
        }
    }

    private static void requirePassword(JsonNode profile) {
        if (!profile.isObject()) {
            throw Entities.required(PASSWORD, USER);
        }
        String password = profile.path("password").asString("");
        long kinds = Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                .filter(kind -> Pattern.compile(kind).matcher(password).find())
                .count();
        if (password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX || kinds < PASSWORD_KINDS_MIN) {
            throw GraphError.refused("The specified password does not comply with password complexity requirements."
                    + " Please provide a different password.");
        }
    }

    /// A name to sign in with will be an address once there is a mailbox, so it must not be anybody's.
    private void requireFree(String signInName, String id) {
        requireFree(change, id, new ProxyAddresses(List.of("SMTP:" + signInName)));
    }

    /// Refuses addresses that somebody has, wherever their domains are.
    static void requireFree(Change change, String id, ProxyAddresses addresses) {
        if (!free(change, id, addresses)) {
            throw GraphError.conflict("proxyAddresses");
        }
    }

    static boolean free(Change change, String id, ProxyAddresses addresses) {
        ObjectNode nobody = JsonMapper.shared().createObjectNode().put("ExternalDirectoryObjectId", id);
        Recipient stranger = new Recipient(Kind.MAIL_USERS, new JsonLine("", 0, nobody));
        return AddressBook.objection(change.tenant(), stranger, addresses)
                .filter(AddressBook.Objection.InUse.class::isInstance)
                .isEmpty();
    }
}
