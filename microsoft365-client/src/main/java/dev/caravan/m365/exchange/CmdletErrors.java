package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What Exchange says when a cmdlet fails. The status says little (older deployments answer 500 where newer ones answer
/// 404), the generic `message` nothing; what happened stands in the details as `ExNNNNNN|exception type|text`.
final class CmdletErrors {

    private static final Pattern DETAIL = Pattern.compile("Ex\\p{XDigit}+\\|([^|]+)\\|(.*)", Pattern.DOTALL);

    private static final String NO_REASON = "no reason is given";

    /// Types that a person or a plan treats in their own way.
    private static final Map<String, String> CODES = Map.of(
            "ManagementObjectNotFoundException", Failures.NOT_FOUND,
            "WLCDManagedMemberExistsException", "address-in-use",
            "ProxyAddressExistsException", "address-in-use",
            "NotAcceptedDomainException", "domain-not-accepted",
            "MemberAlreadyExistsException", "already-member");

    /// Types after which Microsoft's own module tries again.
    private static final Set<String> PASSING = Set.of(
            "DCOverloadedException",
            "SuitabilityDirectoryException",
            "ServerInMMException",
            "ADServerSettingsChangedException",
            "StorageTransientException");

    private CmdletErrors() {}

    static <T> Outcome<T> of(String host, Cmdlet cmdlet, Answer answer) {
        if (answer.status() == 403 && isNothing(answer)) {
            return Outcome.failedForGood(
                    "cmdlet-not-allowed",
                    cmdlet.name() + ": no role of the application includes this cmdlet, or it does not exist");
        }
        var text = text(answer);
        var detail = DETAIL.matcher(text);
        return detail.matches()
                ? ofType(host, cmdlet, answer, detail)
                : Failures.of(host, answer, cmdlet + ": " + text);
    }

    /// Whether it was the cmdlet that failed, and nothing on the way to it.
    static boolean isOfCmdlet(Answer answer) {
        return DETAIL.matcher(text(answer)).matches();
    }

    /// What is said of the reason.
    static String text(Answer answer) {
        return isNothing(answer)
                ? NO_REASON
                : answer.json().map(json -> text(json.path("error"))).orElseGet(answer::otherText);
    }

    private static <T> Outcome<T> ofType(String host, Cmdlet cmdlet, Answer answer, Matcher detail) {
        var type = detail.group(1).substring(detail.group(1).lastIndexOf('.') + 1);
        var reason = "%s: %s (%s)".formatted(cmdlet, detail.group(2), type);
        if (PASSING.contains(type)) {
            return Outcome.failedForNow("exchange-busy", reason);
        }
        var code = CODES.get(type);
        return code == null ? Failures.of(host, answer, reason) : Outcome.failedForGood(code, reason);
    }

    /// For a cmdlet that the application may not run, Exchange sends a body of NUL bytes.
    private static boolean isNothing(Answer answer) {
        return answer.json().isEmpty() && answer.otherText().chars().allMatch(character -> character == 0);
    }

    private static String text(JsonNode error) {
        return Stream.concat(
                        details(error.path("details")),
                        Stream.of(inner(error).path("message"), error.path("message"))
                                .flatMap(message -> message.stringValueOpt().stream()))
                .filter(message -> !message.isBlank())
                .findFirst()
                .orElse(NO_REASON);
    }

    /// One detail, or several.
    private static Stream<String> details(JsonNode details) {
        var each = details.isArray() ? details.valueStream() : Stream.of(details);
        return each.flatMap(detail -> detail.path("message").stringValueOpt().stream());
    }

    private static JsonNode inner(JsonNode error) {
        var inner = either(error, "innererror", "innerError");
        return either(inner, "internalexception", "internalException");
    }

    private static JsonNode either(JsonNode node, String name, String otherName) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).orElseGet(() -> node.path(otherName));
    }
}
