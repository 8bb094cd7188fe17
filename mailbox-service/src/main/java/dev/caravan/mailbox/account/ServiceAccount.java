package dev.caravan.mailbox.account;

import java.util.List;
import java.util.Locale;

/// An account of a tenant that may be one of ours.
///
/// @param id in the directory
/// @param signInName the user principal name
/// @param isOurs whether it carries the mark that accounts of a move are created with
/// @param licences ids of its SKUs
public record ServiceAccount(String id, String signInName, boolean isOurs, List<String> licences) {

    /// What accounts of a move have as job title: it tells an administrator what they are for, and us that we may
    /// remove them.
    public static final String MARK = "Account of a migration, goes with it";

    public ServiceAccount {
        licences = List.copyOf(licences);
    }

    /// The sign-in name of an account in the tenant's initial domain, which does not move.
    public static String signInName(String local, String initialDomain) {
        return local.toLowerCase(Locale.ROOT) + "@" + initialDomain.toLowerCase(Locale.ROOT);
    }
}
