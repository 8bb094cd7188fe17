package dev.caravan.kit.credentials;

import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.Outcome;

/// Where secrets come from: mounted files, the environment or a vault. Asked before each use, so that a rotated
/// secret is used without a restart.
@FunctionalInterface
public interface Credentials {

    /// The secret of that name.
    ///
    /// @return [Outcome.Failed] for good, with code `no-credential`, when there is none
    Outcome<Secret> resolve(CredentialRef ref);
}
