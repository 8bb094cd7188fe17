package dev.caravan.m365.token;

import com.microsoft.aad.msal4j.MsalServiceException;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Tenant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why there is no token, in words that say what to do. Microsoft numbers the reasons: `AADSTS` and the digits.
final class LoginFailures {

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)");

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "700016",
            new Meaning(
                    "application-not-found",
                    "the tenant does not know the application: consent to it there, or correct the connection's"
                            + " application or tenant id"),
            "90002",
            new Meaning(
                    "tenant-not-found",
                    "there is no such tenant in this cloud: correct the connection's tenant id or its setting cloud"),
            "50126",
            new Meaning(
                    "wrong-password",
                    "a user name or password is wrong: give the connection an application's secret or certificate"),
            "7000215",
            new Meaning(
                    "wrong-secret", "the client secret is wrong: store the secret's value, not its id, or a new one"),
            "7000222",
            new Meaning("expired-secret", "the client secret has expired: store a new one"),
            "700027",
            new Meaning(
                    "wrong-certificate",
                    "the certificate is not registered for the application, or not yet everywhere: upload it to the"
                            + " application if it is not there, else wait some minutes",
                    true),
            "65001",
            new Meaning(
                    "no-consent",
                    "nobody has consented to the application's permissions: an administrator of the tenant must"),
            "53003",
            new Meaning(
                    "blocked-by-conditional-access",
                    "a Conditional Access policy of the tenant blocks the application: exclude it there for the time of"
                            + " the migration"),
            "50034",
            new Meaning(
                    "user-not-found",
                    "the tenant does not know that user: give the connection an application's secret or certificate"));

    private LoginFailures() {}

    /// The failure behind what msal4j threw.
    static <T> Outcome<T> of(Tenant tenant, @Nullable Throwable thrown) {
        if (thrown instanceof MsalServiceException said) {
            return refused(said);
        }
        return thrown != null && thrown.getCause() instanceof LoginHttp.UnansweredException unanswered
                ? unanswered(unanswered.outcome())
                : Outcome.failedForNow(
                        "unreadable-answer",
                        "%s does not answer with a token, which msal4j calls a %s"
                                .formatted(tenant.cloud().loginHost(), thrown == null ? "failure" : nameOf(thrown)));
    }

    /// What it says might hold the token.
    private static String nameOf(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static <T> Outcome<T> unanswered(Outcome<Answer> why) {
        return why.then(answer -> {
            throw new IllegalStateException("an answer is no failure: " + answer.status());
        });
    }

    private static <T> Outcome<T> refused(MsalServiceException said) {
        var text = said.getMessage() == null ? String.valueOf(said.errorCode()) : said.getMessage();
        var number = NUMBER.matcher(text);
        var meaning = number.find() ? MEANINGS.get(number.group(1)) : null;
        if (meaning == null) {
            return Outcome.failedForGood("no-token", "no token is given: " + text);
        }
        var reason = "%s. Microsoft says: %s".formatted(meaning.sentence(), text);
        return meaning.isTransient()
                ? Outcome.failedForNow(meaning.code(), reason)
                : Outcome.failedForGood(meaning.code(), reason);
    }

    /// @param isTransient it may pass without anybody's doing
    private record Meaning(String code, String sentence, boolean isTransient) {

        Meaning(String code, String sentence) {
            this(code, sentence, false);
        }
    }
}
