package dev.caravan.simulator.credentials;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The secrets of all callers by the name of their credential. They are drawn once and outlive the process.
public final class Credentials implements Recalling {

    /// As `EwsAllowedAppIDs` of worlds name the migration tool.
    public static final String APPLICATION_ID = "00000000-1111-2222-3333-444444444444";

    private static final String KIND = "credentials";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Journal journal;
    private final List<World> worlds;
    private final SortedMap<String, String> secrets = new TreeMap<>();

    Credentials(Worlds worlds, Journal journal) {
        this.worlds = worlds.all();
        this.journal = journal;
    }

    /// The name of the TSIG key that a world's zones may be updated and transferred with.
    public static String tsigKeyName(World world) {
        return "caravan-" + world.slug() + ".";
    }

    /// The credential that holds that key's secret, in base64.
    public static String tsigRef(World world) {
        return world.slug() + "-dns-tsig";
    }

    /// The people who may use the portal of the DNS host of a world.
    public static List<Person> persons(World world) {
        return List.of(
                new Person("Dana Reyes", world.slug() + "-person-dana"),
                new Person("Eli Nakamura", world.slug() + "-person-eli"));
    }

    /// The credential that holds the password of the account with BitTitan; a world without one has none.
    public static Optional<String> bittitanRef(World world) {
        return world.files().containsKey(World.BITTITAN) ? Optional.of(world.slug() + "-bittitan") : Optional.empty();
    }

    /// The world whose account with BitTitan has this password.
    public synchronized Optional<World> withBittitanPassword(String password) {
        byte[] given = password.getBytes(StandardCharsets.UTF_8);
        return worlds.stream()
                .filter(world -> bittitanRef(world)
                        .filter(ref -> MessageDigest.isEqual(given, secret(ref).getBytes(StandardCharsets.UTF_8)))
                        .isPresent())
                .findFirst();
    }

    /// The migration tool as it is registered in a tenant of a world; an Exchange server has no such thing.
    public static Optional<Application> application(World world, Tenant tenant) {
        return tenant.cloud()
                ? Optional.of(new Application(
                        tenant.id(),
                        APPLICATION_ID,
                        world.slug() + "-" + tenant.side().folder() + "-app"))
                : Optional.empty();
    }

    /// All applications of all worlds.
    public List<Application> applications() {
        return worlds.stream()
                .flatMap(world -> world.tenants().stream().flatMap(tenant -> application(world, tenant).stream()))
                .toList();
    }

    /// All secrets by the name of their credential.
    public synchronized SortedMap<String, String> all() {
        return new TreeMap<>(secrets);
    }

    /// A credential's secret.
    ///
    /// @throws IllegalArgumentException if there is no such credential
    public synchronized String secret(String ref) {
        String secret = secrets.get(ref);
        if (secret == null) {
            throw new IllegalArgumentException("no credential is called " + ref);
        }
        return secret;
    }

    /// The person of a world whose secret this is.
    public synchronized Optional<Person> person(World world, String secret) {
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        return persons(world).stream()
                .filter(person -> MessageDigest.isEqual(
                        given, secret(person.credentialRef()).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /// Draws the secrets that are still missing.
    synchronized void complete() {
        SecureRandom random = new SecureRandom();
        ObjectNode drawn = JSON.createObjectNode();
        for (World world : worlds) {
            draw(tsigRef(world), random, drawn);
            bittitanRef(world).ifPresent(ref -> draw(ref, random, drawn));
            persons(world).forEach(person -> draw(person.credentialRef(), random, drawn));
        }
        applications().forEach(application -> draw(application.credentialRef(), random, drawn));
        if (!drawn.isEmpty()) {
            journal.append(new Entry(KIND, drawn));
        }
    }

    private void draw(String ref, SecureRandom random, ObjectNode drawn) {
        if (!secrets.containsKey(ref)) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String secret = Base64.getEncoder().encodeToString(bytes);
            secrets.put(ref, secret);
            drawn.put(ref, secret);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public synchronized void recall(Entry entry) {
        for (Map.Entry<String, tools.jackson.databind.JsonNode> secret :
                entry.data().properties()) {
            secrets.put(secret.getKey(), secret.getValue().asString());
        }
    }

    /// A program that signs in to a tenant by itself.
    ///
    /// @param tenantId the Entra tenant id, in lower case
    /// @param id the application id, as `client_id`
    /// @param credentialRef the name of the credential that holds its client secret
    public record Application(String tenantId, String id, String credentialRef) {}

    /// Somebody who works with the portal.
    ///
    /// @param credentialRef the name of the credential that identifies the person
    public record Person(String name, String credentialRef) {}
}
