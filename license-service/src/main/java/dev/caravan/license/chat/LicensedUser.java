package dev.caravan.license.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A user with licences.
///
/// @param ofGroups the SKUs that a group gives: those are the group's to change
public record LicensedUser(String id, String displayName, List<AssignedLicence> licences, Set<String> ofGroups) {

    public LicensedUser {
        licences = List.copyOf(licences);
        ofGroups = Set.copyOf(ofGroups);
    }

    Optional<AssignedLicence> licence(String skuId) {
        return licences.stream()
                .filter(licence -> licence.skuId().equals(skuId))
                .findFirst();
    }
}
