package dev.caravan.orchestrator.integration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the public story of all runs is posted to.
///
/// @param url the receiver; without one nothing is posted
/// @param allowedHosts hosts that may be posted to. An address stands for itself, also where it is link-local or a
///     metadata service, which are refused otherwise whatever name leads there
/// @param credentialRef names the secret that signatures are made with
/// @param topic what is read
/// @param deadLetters where events go that the receiver would not take
/// @param group how the progress is kept: another group begins at the beginning
/// @param attemptsMax how often one event is posted at most
/// @param firstPause after the first failure; doubled after each further one
/// @param pauseMax between two attempts
/// @param timeout of one post
@ConfigurationProperties("caravan.integration.webhook")
record WebhookSettings(
        Optional<URI> url,
        @DefaultValue List<String> allowedHosts,
        Optional<String> credentialRef,
        @DefaultValue("caravan.run.events") String topic,
        @DefaultValue("caravan.run.events.dlt") String deadLetters,
        @DefaultValue("caravan-webhook") String group,
        @DefaultValue("10") int attemptsMax,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1m") Duration pauseMax,
        @DefaultValue("10s") Duration timeout) {

    static final double PAUSE_FACTOR = 2;

    private static final String PREFIX = "caravan.integration.webhook.";

    WebhookSettings {
        url = url.filter(address -> !address.toString().isBlank());
        allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        require(attemptsMax > 0, "attempts-max", "must be 1 or more");
        require(firstPause.isPositive(), "first-pause", "must be more than nothing");
        require(pauseMax.compareTo(firstPause) >= 0, "pause-max", "must not be shorter than first-pause");
        require(timeout.isPositive(), "timeout", "must be more than nothing");
        if (url.isPresent()) {
            requireSound(url.get(), allowedHosts);
            require(credentialRef.filter(ref -> !ref.isBlank()).isPresent(), "credential-ref", "is missing");
        }
    }

    /// How long one event may take, with all its attempts.
    Duration patience() {
        var sum = timeout.multipliedBy(attemptsMax);
        var pause = firstPause;
        for (var attempt = 1; attempt < attemptsMax; attempt++) {
            sum = sum.plus(pause);
            pause = pause.multipliedBy(2).compareTo(pauseMax) > 0 ? pauseMax : pause.multipliedBy(2);
        }
        return sum;
    }

    private static void requireSound(URI url, List<String> allowedHosts) {
        var scheme = String.valueOf(url.getScheme());
        require(List.of("http", "https").contains(scheme) && url.getHost() != null, "url", "must be http or https");
        require(url.getUserInfo() == null, "url", "must not contain a user");
        require(
                allowedHosts.contains(url.getHost().toLowerCase(Locale.ROOT)),
                "allowed-hosts",
                "does not contain the url's host " + url.getHost());
    }

    private static void require(boolean isSo, String property, String message) {
        if (!isSo) {
            throw new IllegalArgumentException(PREFIX + property + ": " + message);
        }
    }
}
