package dev.caravan.simulator.exchange;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.exchange.Admission.Admitted;
import dev.caravan.simulator.trouble.Permission;
import dev.caravan.simulator.trouble.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `outlook.office365.com` as Microsoft's own PowerShell module speaks to it.
@RestController
@RequestMapping("/exchange/adminapi")
class ExchangeController {

    private static final int BATCH_MAX = 10;
    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize\\s*=\\s*(\\d{1,4})");

    private final Admission admission;
    private final Activity activity;
    private final Repertoire repertoire;

    ExchangeController(Admission admission, Activity activity, Repertoire repertoire) {
        this.admission = admission;
        this.activity = activity;
        this.repertoire = repertoire;
    }

    @PostMapping("/beta/{tenant}/InvokeCommand")
    ResponseEntity<Object> invoke(
            HttpServletRequest request,
            @PathVariable String tenant,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admission.admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return admission.turnedAway(tenant, "POST", "InvokeCommand");
            }
            Optional<Cmdlet> cmdlet = Cmdlet.of(body);
            if (cmdlet.isEmpty()) {
                return malformed(admitted.get(), "InvokeCommand", "CmdletInput is missing.");
            }
            String query = request.getQueryString() == null ? "" : request.getQueryString();
            Exchange exchange = exchange(request.getRequestURL() + "?" + query, prefer);
            return admission.sent(request, admitted.get(), answered(admitted.get(), exchange, cmdlet.get()));
        }
    }

    @PostMapping("/beta/{tenant}/$batch")
    ResponseEntity<Object> batch(
            @PathVariable String tenant,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admission.admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return admission.turnedAway(tenant, "POST", "$batch");
            }
            if (body.path("requests").size() > BATCH_MAX) {
                return malformed(admitted.get(), "$batch", "The maximum batch size is " + BATCH_MAX + ".");
            }
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            ArrayNode responses = answer.putArray("responses");
            body.path("requests")
                    .forEach(part -> part(admitted.get(), part, prefer).ifPresent(responses::add));
            return admission.limited(admitted.get(), ResponseEntity.ok(answer));
        }
    }

    /// The cmdlets that the caller may run.
    @GetMapping("/v1.0/{tenant}/EXOModuleFile")
    ResponseEntity<Object> cmdlets(
            @PathVariable String tenant,
            @RequestParam("Version") String version,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admission.admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return admission.turnedAway(tenant, "GET", "EXOModuleFile");
            }
            admission.record(admitted.get(), "GET", "EXOModuleFile", Map.of("Version", version), 200);
            return ResponseEntity.ok(Map.of("value", List.of(Map.of("exportedCmdlets", repertoire.names()))));
        }
    }

    private ResponseEntity<Object> malformed(Admitted admitted, String target, String why) {
        return admission.refused(admitted, target, HttpStatus.BAD_REQUEST, "BadRequest", why);
    }

    /// The answer to a part of a batch, unless it gets lost.
    private Optional<ObjectNode> part(Admitted admitted, JsonNode part, @Nullable String prefer) {
        ObjectNode response =
                JsonMapper.shared().createObjectNode().put("id", part.path("id").asString(""));
        Optional<Cmdlet> cmdlet = Cmdlet.of(part.path("body"));
        if (cmdlet.isEmpty()) {
            response.put("status", 400).set("body", Answers.error("BadRequest", "CmdletInput is missing."));
            return Optional.of(response);
        }
        Exchange exchange = exchange(part.path("url").asString(""), prefer);
        Exchange.Answer answer = answered(admitted, exchange, cmdlet.get());
        ObjectNode headers = response.put("status", Answers.status(answer)).putObject("headers");
        switch (answer) {
            case Exchange.Answer.Rows(JsonNode body) -> response.set("body", body);
            case Exchange.Answer.Failed(CmdletError error) -> response.set("body", error.body());
            case Exchange.Answer.Forbidden _ -> response.putNull("body");
            case Exchange.Answer.Troubled(Trouble trouble) -> {
                Answers.retryAfter(trouble).ifPresent(seconds -> headers.put(HttpHeaders.RETRY_AFTER, seconds));
                response.set("body", Answers.error(trouble));
            }
            case Exchange.Answer.Lost _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(response);
    }

    private static Exchange exchange(String url, @Nullable String prefer) {
        return new Exchange(Asked.of(url), pageSize(prefer == null ? "" : prefer));
    }

    private static int pageSize(String prefer) {
        Matcher size = PAGE_SIZE.matcher(prefer);
        return size.find()
                ? Math.clamp(Integer.parseInt(size.group(1)), 1, Exchange.PAGE_SIZE_MAX)
                : Exchange.PAGE_SIZE_MAX;
    }

    /// An application without its role is told so little that it looks like a cmdlet that does not
    /// exist.
    private Exchange.Answer answered(Admitted admitted, Exchange exchange, Cmdlet cmdlet) {
        Exchange.Answer answer = admission.answer(
                admitted, Permission.MANAGE_AS_APP, cmdlet, change -> exchange.run(repertoire, change, cmdlet));
        return answer instanceof Exchange.Answer.Troubled(Trouble.RoleMissing _)
                ? new Exchange.Answer.Forbidden()
                : answer;
    }
}
