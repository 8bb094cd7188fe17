package dev.caravan.simulator.exchange;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.exchange.Admission.Admitted;
import dev.caravan.simulator.trouble.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The Exchange Online Admin API v2.0, as Microsoft documents it.
@RestController
@RequestMapping("/exchange/adminapi/v2.0")
class AdminApiController {

    private final Admission admission;
    private final Activity activity;
    private final Repertoire repertoire;

    AdminApiController(Admission admission, Activity activity, Repertoire repertoire) {
        this.admission = admission;
        this.activity = activity;
        this.repertoire = repertoire;
    }

    @PostMapping("/{tenant}/{name}")
    ResponseEntity<Object> run(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String name,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admission.admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return admission.turnedAway(tenant, "POST", name);
            }
            Optional<Endpoint> endpoint = Endpoint.called(name);
            if (endpoint.isEmpty()) {
                return admission.refused(
                        admitted.get(), name, HttpStatus.NOT_FOUND, "NotFound", "There is no endpoint " + name + ".");
            }
            return Cmdlet.of(body)
                    .map(cmdlet -> answered(request, admitted.get(), endpoint.get(), cmdlet))
                    .orElseGet(() -> admission.refused(
                            admitted.get(), name, HttpStatus.BAD_REQUEST, "BadRequest", "CmdletInput is missing."));
        }
    }

    private ResponseEntity<Object> answered(
            HttpServletRequest request, Admitted admitted, Endpoint endpoint, Cmdlet cmdlet) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        Asked asked = Asked.of(request.getRequestURL() + "?" + query);
        Exchange.Answer answer = admission.answer(
                admitted,
                Permission.MANAGE_AS_APP_V2,
                cmdlet,
                change -> endpoint.run(asked, repertoire, change, cmdlet));
        return admission.sent(request, admitted, answer);
    }
}
