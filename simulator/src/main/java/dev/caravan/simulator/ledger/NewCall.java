package dev.caravan.simulator.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that is about to be answered.
///
/// @param world the name of the world that it touched; null if it touched none
/// @param tenant the tenant's id, if it went to one
/// @param account the remote account, such as `dns:fabrikam-to-contoso`
/// @param credential the name of the credential, never its secret; `anonymous` without one
/// @param target what it was about: a zone, a path
/// @param parameters as sent; secrets are masked by the ledger
/// @param status the answer's status as the protocol writes it: `200`, `NOERROR`
/// @param effect what it changed, a sentence each; empty for a read, a refusal and a change that was there already
public record NewCall(
        @Nullable String world,
        @Nullable String tenant,
        String account,
        String credential,
        Api api,
        String method,
        String target,
        Map<String, ?> parameters,
        String status,
        List<String> effect) {}
