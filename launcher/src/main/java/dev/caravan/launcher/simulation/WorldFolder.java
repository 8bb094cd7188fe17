package dev.caravan.launcher.simulation;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a plan has to know of a world before any simulator runs: read from its folder, as the layout documents it.
///
/// @param movingDomains verified domains of the source, without its initial one, that have a zone
public record WorldFolder(List<String> movingDomains, ZoneId zone) {

    public static WorldFolder read(Path world) {
        var file = world.resolve("source/tenant.json");
        var tenant = json(file, text(file));
        var domains = new ArrayList<String>();
        for (var domain : lines(world.resolve("source/graph/domains.jsonl"))) {
            var name = domain.path("id").asString("");
            if (domain.path("isVerified").asBoolean(false)
                    && !name.equals(tenant.path("initialDomain").asString(""))
                    && Files.exists(world.resolve("dns").resolve(name + ".zone"))) {
                domains.add(name);
            }
        }
        if (domains.isEmpty()) {
            throw new Unusable(world + ": no verified domain of the source has a zone in dns/, so nothing can move.");
        }
        try {
            return new WorldFolder(
                    List.copyOf(domains), ZoneId.of(tenant.path("timeZone").asString("UTC")));
        } catch (DateTimeException unknown) {
            throw new Unusable(file + ": timeZone: " + unknown.getMessage(), unknown);
        }
    }

    private static List<JsonNode> lines(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> json(file, line))
                .toList();
    }

    private static JsonNode json(Path file, String text) {
        try {
            return Web.JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new Unusable(file + ": " + broken.getOriginalMessage(), broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new Unusable(file + " cannot be read; is that a world?", missing);
        }
    }
}
