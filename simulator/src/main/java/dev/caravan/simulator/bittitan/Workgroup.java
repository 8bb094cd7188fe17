package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.world.World;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The account of a world as `bittitan.json` describes it; its ids follow from the world's name.
///
/// @param since where the simulation began
record Workgroup(World world, ObjectNode description, Supplier<Instant> since) {

    /// Whoever uses the account signs in by this name; the password tells whose account it is.
    static final String USER_NAME = "caravan@msp.example";

    static final String BUNDLE = "MspcEndUserYearlySubscription";
    static final String SINGLE = "MailboxMigration";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultPrettyPrinter AS_WORLDS_ARE = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);
    private static final String PACKS = "licencePacks";

    static Optional<Workgroup> of(World world, Supplier<Instant> since) {
        return Optional.ofNullable(world.files().get(World.BITTITAN))
                .map(bytes -> new Workgroup(world, (ObjectNode) JSON.readTree(bytes), since));
    }

    String name() {
        return description.path("workgroup").asString();
    }

    String id() {
        return idOf("workgroup");
    }

    String organizationId() {
        return idOf("workgroup organization");
    }

    /// The one who signs in.
    String userId() {
        return idOf("user");
    }

    /// A GUID that is the same in every simulation of this world.
    String idOf(String what) {
        return guid(world.name() + "/" + what);
    }

    /// A product is the same one in every world.
    static String sku(String productName) {
        return guid("product/" + productName);
    }

    private static String guid(String name) {
        return UUID.nameUUIDFromBytes(("bittitan/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// How many bytes of one mailbox are copied in an hour.
    long bytesPerHour() {
        return description
                .path("throughputGbPerHourPerMailbox")
                .decimalValue()
                .multiply(GIGABYTE)
                .longValue();
    }

    /// The licences as they were loaded.
    List<Row> packs() {
        JsonNode packs = description.path(PACKS);
        return IntStream.range(0, packs.size())
                .mapToObj(index -> pack(index, packs.path(index)))
                .toList();
    }

    private Row pack(int index, JsonNode loaded) {
        ObjectNode pack = JsonMapper.shared().createObjectNode();
        pack.put("Id", idOf("pack " + index)).put("WorkgroupOrganizationId", organizationId());
        pack.put("ProductSkuId", sku(loaded.path("ProductName").asString()));
        loaded.properties().forEach(property -> pack.set(property.getKey(), property.getValue()));
        return new Row(pack);
    }

    /// `bittitan.json` with as many licences used as there are now.
    byte[] written(List<Row> packs) {
        ObjectNode written = description.deepCopy();
        for (int index = 0; index < packs.size(); index++) {
            ((ObjectNode) written.path(PACKS).path(index))
                    .put("Used", packs.get(index).number("Used"));
        }
        return (JSON.writer().with(AS_WORLDS_ARE).writeValueAsString(written) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Row shown() {
        return new Row(JsonMapper.shared()
                .createObjectNode()
                .put("Id", id())
                .put("Name", name())
                .put("WorkgroupOrganizationId", organizationId())
                .put("CreatedBySystemUserId", userId())
                .put("IsDeleted", false)
                .put("Created", since.get().toString()));
    }
}
