package dev.caravan.simulator.portal;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.portal.ZoneDesk.Edited;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// One request to the portal, from the door to the ledger.
///
/// @param zone the zone that the person may work on; empty if nobody was let in
record Visit(
        Ledger ledger,
        Optional<World> world,
        Optional<Credentials.Person> person,
        Optional<DomainName> zone,
        String method,
        String target,
        Map<String, ?> parameters) {

    Answer turnedAway() {
        return refused(HttpStatus.UNAUTHORIZED, "this takes the credential of a person of the zone's owner");
    }

    Answer done(Object body) {
        ledger.record(call(HttpStatus.OK, List.of()));
        return new Answer.Good(body);
    }

    Answer refused(HttpStatusCode status, String reason) {
        ledger.record(call(status, List.of()));
        return new Answer.Bad(status, reason);
    }

    /// The call of an edit, for those who make it to record it together with what they changed.
    NewCall told(Edited edited) {
        return switch (edited) {
            case Edited.Done(List<String> effect) -> call(HttpStatus.OK, effect);
            case Edited.Refused _ -> call(HttpStatus.UNPROCESSABLE_CONTENT, List.of());
        };
    }

    Answer edited(Edited edited) {
        return switch (edited) {
            case Edited.Done done -> new Answer.Good(done);
            case Edited.Refused(String reason) -> new Answer.Bad(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }

    private NewCall call(HttpStatusCode status, List<String> effect) {
        return new NewCall(
                world.map(World::name).orElse(null),
                null,
                world.map(there -> "dns:" + there.name()).orElse("dns"),
                person.map(Credentials.Person::credentialRef).orElse("anonymous"),
                Api.DNS_PORTAL,
                method,
                target,
                parameters,
                String.valueOf(status.value()),
                effect);
    }

    /// What the person is told.
    sealed interface Answer {

        record Good(Object body) implements Answer {}

        record Bad(HttpStatusCode status, String reason) implements Answer {}
    }
}
