package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name that a user signs in with: in a verified domain, of a few letters, and nobody else's.
record SignInName(String text) {

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9'.\\-_!#^~]{1,64}");

    /// @param userId whose name it may be already
    void require(Change change, String userId) {
        int at = text.lastIndexOf('@');
        Optional<DomainName> domain = DomainName.find(text.substring(at + 1));
        if (at < 1 || domain.isEmpty() || !change.tenant().usableDomains().contains(domain.get())) {
            throw GraphError.refused("The domain portion of the userPrincipalName property is invalid. You must use one"
                    + " of the verified domain names in your organization.");
        }
        if (!LOCAL.matcher(text.substring(0, at)).matches()) {
            throw Entities.invalid("userPrincipalName", "User");
        }
        boolean taken = change.tenant().all(Kind.USERS).stream()
                .anyMatch(other -> !other.is("id", userId) && other.is("userPrincipalName", text));
        if (taken) {
            throw GraphError.conflict("userPrincipalName");
        }
    }
}
