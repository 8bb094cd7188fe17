package dev.caravan.simulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What must hold of a tenant's directory: ids, names to sign in with, licences.
final class DirectoryRules {

    private static final List<Kind> OBJECTS = List.of(
            Kind.USERS,
            Kind.DELETED_USERS,
            Kind.GROUPS,
            Kind.DELETED_GROUPS,
            Kind.APPLICATIONS,
            Kind.SERVICE_PRINCIPALS,
            Kind.DIRECTORY_ROLES);
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9'.\\-_!#^~]{1,64}");

    private final Tenant tenant;
    private final List<Problem> problems;
    private final Map<String, JsonLine> names = new HashMap<>();

    private DirectoryRules(Tenant tenant, List<Problem> problems) {
        this.tenant = tenant;
        this.problems = problems;
    }

    static void check(Tenant tenant, List<Problem> problems) {
        DirectoryRules rules = new DirectoryRules(tenant, problems);
        Guids ids = new Guids();
        OBJECTS.forEach(kind -> tenant.all(kind).forEach(object -> ids.require(object, "id", problems)));
        Guids appIds = new Guids();
        tenant.all(Kind.APPLICATIONS).forEach(application -> appIds.allow(application, "appId", problems));
        Guids skus = new Guids();
        tenant.all(Kind.SUBSCRIBED_SKUS).forEach(sku -> skus.require(sku, "skuId", problems));
        Set<DomainName> verified = new HashSet<>(tenant.verifiedDomains());
        tenant.all(Kind.USERS).forEach(user -> rules.checkSignIn(user, verified));
    }

    private void checkSignIn(JsonLine user, Set<DomainName> verified) {
        Optional<String> written = user.text("userPrincipalName");
        if (written.isEmpty()) {
            problems.add(user.problem("`userPrincipalName` is missing"));
            return;
        }
        String name = written.get();
        int at = name.lastIndexOf('@');
        Optional<DomainName> domain = DomainName.find(name.substring(at + 1));
        if (at < 1 || domain.isEmpty() || !LOCAL.matcher(name.substring(0, at)).matches()) {
            problems.add(user.problem("`userPrincipalName` " + name + " is none: it is local@domain, and the local part"
                    + " holds letters without accents, digits and ' . - _ ! # ^ ~"));
        } else if (tenant.cloud() && !verified.contains(domain.get())) {
            problems.add(user.problem("`userPrincipalName` " + name + " needs the domain " + domain.get()
                    + ", which the tenant has not verified"));
        }
        JsonLine first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), user);
        if (first != null) {
            problems.add(user.problem("`userPrincipalName` " + name + " is already that of line " + first.line()));
        }
    }
}
