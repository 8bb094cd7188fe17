package dev.caravan.m365.call;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Cost;
import dev.caravan.m365.wire.Answer;
import java.util.List;
import java.util.function.Function;

/// One request to a host.
///
/// @param host whom the token is for and who is called
/// @param costs what each of its parts counts, in their order; of a request without parts the one
/// @param isRead whether it changes nothing, so that it may be sent again whatever happened
/// @param sending sends it with a token, exactly once
/// @param meaning what an answer means, whatever its status; fails with the codes of
///     [dev.caravan.m365.wire.Failures]
public record Request<T>(
        Api api,
        String host,
        List<Cost> costs,
        boolean isRead,
        Function<Secret, Outcome<Answer>> sending,
        Function<Answer, Outcome<T>> meaning) {

    public Request {
        costs = List.copyOf(costs);
    }

    Cost cost() {
        return costs.stream().reduce(Cost.NOTHING, Cost::plus);
    }
}
