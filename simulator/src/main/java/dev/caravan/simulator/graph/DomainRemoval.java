package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.unclear.Force;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;

/// Removes a domain that nothing refers to. What stands in the way is not said; that is for others to find. One that
/// was never verified is nobody's: contacts for people there were there before it was added.
record DomainRemoval(Change change, Later later, Force force) {

    private static final String DEPENDENT = "One or more objects still depend on this resource. To change them see"
            + " https://learn.microsoft.com/graph/api/domain-forcedelete.";

    void remove(String key) {
        JsonLine domain = removable(change, key, force);
        if (!domain.isTrue("isVerified")) {
            later.release(change, domain);
            return;
        }
        References references = new References(change.tenant(), Domains.name(domain));
        long applications = references.of(Kind.APPLICATIONS).size();
        if (references.all().size() > applications) {
            throw GraphError.refused(
                    "Unable to remove this domain. Use Get-MsolUser -DomainName " + Domains.name(domain)
                            + " to find the objects that refer to it, or POST /domains/" + Domains.name(domain)
                            + "/forceDelete.",
                    DEPENDENT);
        }
        if (applications > 0) {
            throw GraphError.refused("An Error Occurred", DEPENDENT);
        }
        later.release(change, domain);
    }

    /// A domain that may go if nothing refers to it: not the first, not the default, without
    /// others below, and not bought from Microsoft.
    static JsonLine removable(Change change, String key, Force force) {
        JsonLine domain = Domains.usable(change, key);
        DomainName name = Domains.name(domain);
        if (domain.isTrue("isInitial")) {
            throw GraphError.refused(
                    "You cannot remove the initial domain created for you.", "The first domain stays with its tenant.");
        }
        if (domain.isTrue("isDefault")) {
            throw GraphError.refused(
                    "You cannot delete the default domain. Make another domain the default one first.",
                    "New accounts are named in this domain; choose another for them.");
        }
        if (change.tenant().all(Kind.DOMAINS).stream()
                .anyMatch(other -> other.line() != domain.line() && name.holds(Domains.name(other)))) {
            throw GraphError.refused(
                    "You cannot remove a domain that has subdomains. Remove the subdomains first.",
                    "There are domains below this one.");
        }
        if (force == Force.PURCHASED && domain.isTrue("isVerified")) {
            throw GraphError.refused("A domain bought through Microsoft 365 cannot be removed.");
        }
        return domain;
    }
}
