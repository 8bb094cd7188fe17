package dev.caravan.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for secrets in all that a demo tells and keeps, in each form that one may be written in.
///
/// @param secrets keys in Base64, by the names of their credentials
record SecretSearch(Map<String, String> secrets) {

    /// @param looked every place that there was
    /// @param found the names of the credentials whose secrets lie in a place
    record Outcome(SortedSet<String> looked, SortedMap<String, List<String>> found) {}

    Outcome in(LaunchedDemo demo) throws IOException {
        Outcome outcome = new Outcome(new TreeSet<>(), new TreeMap<>());
        Traces.of(demo, (place, bytes) -> {
            outcome.looked().add(place);
            List<String> found = found(new String(bytes, ISO_8859_1));
            if (!found.isEmpty()) {
                outcome.found().computeIfAbsent(place, _ -> new ArrayList<>()).addAll(found);
            }
        });
        return outcome;
    }

    private List<String> found(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> forms(secret.getValue()).anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// As it is written, whether padded or not; in an address; as bytes; as their digits; and as a password of Basic
    /// authentication, which is encoded once more.
    static Stream<String> forms(String secret) {
        byte[] key = Base64.getDecoder().decode(secret);
        String written = Base64.getEncoder().withoutPadding().encodeToString(key);
        return Stream.of(
                written,
                Base64.getUrlEncoder().withoutPadding().encodeToString(key),
                URLEncoder.encode(written, UTF_8),
                new String(key, ISO_8859_1),
                HexFormat.of().formatHex(key),
                Base64.getEncoder().withoutPadding().encodeToString(written.getBytes(UTF_8)));
    }
}
