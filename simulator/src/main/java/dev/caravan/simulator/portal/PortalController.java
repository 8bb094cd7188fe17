package dev.caravan.simulator.portal;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.portal.Visit.Answer;
import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/portal/dns/zones/{zone}")
class PortalController {

    private final Reception reception;
    private final ZoneDesk desk;
    private final Activity activity;

    PortalController(Reception reception, ZoneDesk desk, Activity activity) {
        this.reception = reception;
        this.desk = desk;
        this.activity = activity;
    }

    @GetMapping
    ResponseEntity<Object> read(
            @PathVariable String zone,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Visit visit = reception.admit(authorization, "GET", zone, zone, Map.of());
            return answer(
                    visit.zone().isEmpty()
                            ? visit.turnedAway()
                            : list(visit, visit.zone().get()));
        }
    }

    @PutMapping("/rrsets/{name}/{type}")
    ResponseEntity<Object> put(
            @PathVariable String zone,
            @PathVariable String name,
            @PathVariable String type,
            @RequestBody Values body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Map<String, Object> sent = Map.of(
                    "ttl", String.valueOf(body.ttl()), "values", body.values() == null ? List.of() : body.values());
            Visit visit = reception.admit(authorization, "PUT", zone, zone + "/" + name + "/" + type, sent);
            if (visit.zone().isEmpty()) {
                return answer(visit.turnedAway());
            }
            if (body.ttl() == null || body.values() == null || body.values().isEmpty()) {
                return answer(visit.refused(HttpStatus.BAD_REQUEST, "a record set needs `ttl` and `values`"));
            }
            RecordSet set =
                    new RecordSet(Owners.full(visit.zone().get(), name), Owners.type(type), body.ttl(), body.values());
            return answer(visit.edited(desk.put(visit.zone().get(), set, visit::told)));
        }
    }

    @DeleteMapping("/rrsets/{name}/{type}")
    ResponseEntity<Object> delete(
            @PathVariable String zone,
            @PathVariable String name,
            @PathVariable String type,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Visit visit = reception.admit(authorization, "DELETE", zone, zone + "/" + name + "/" + type, Map.of());
            if (visit.zone().isEmpty()) {
                return answer(visit.turnedAway());
            }
            DomainName apex = visit.zone().get();
            return answer(visit.edited(desk.delete(apex, Owners.full(apex, name), Owners.type(type), visit::told)));
        }
    }

    private Answer list(Visit visit, DomainName zone) {
        Optional<List<RecordSet>> sets = desk.zone(zone);
        return sets.isEmpty()
                ? visit.refused(HttpStatus.NOT_FOUND, "no zone is called " + zone)
                : visit.done(new Contents(zone.text(), sets.get()));
    }

    private static ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Good(Object body) -> ResponseEntity.ok(body);
            case Answer.Bad(HttpStatusCode status, String reason) ->
                ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, reason));
        };
    }

    record Values(@Nullable Long ttl, @Nullable List<String> values) {}

    record Contents(String zone, List<RecordSet> rrsets) {}
}
