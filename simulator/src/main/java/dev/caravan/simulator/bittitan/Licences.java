package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The licences of the workgroup, in packs that expire.
///
/// @param draft in which they are counted
record Licences(Draft draft) {

    private static final String USED = "Used";

    /// How many are left of a product.
    long available(String product) {
        return packs(product).stream().mapToLong(Licences::left).sum();
    }

    private List<Row> packs(String product) {
        return draft.all(Table.PACKS)
                .filter(pack -> pack.is("ProductName", product))
                .filter(pack ->
                        pack.instant("ExpireDate").filter(draft.now()::isBefore).isPresent())
                .sorted(Comparator.comparing(pack -> pack.instant("ExpireDate").orElseThrow()))
                .toList();
    }

    private static long left(Row pack) {
        return Math.max(
                0, pack.number("Purchased") + pack.number("Granted") - pack.number(USED) - pack.number("Revoked"));
    }

    /// Some licences of one pack.
    record Taken(String packId, long count) {

        static List<Taken> read(JsonNode written) {
            return written.valueStream()
                    .map(taken -> new Taken(
                            taken.path("pack").asString(), taken.path("count").asLong()))
                    .toList();
        }

        static ArrayNode written(List<Taken> all) {
            ArrayNode written = JsonMapper.shared().createArrayNode();
            all.forEach(taken -> written.addObject().put("pack", taken.packId()).put("count", taken.count()));
            return written;
        }
    }

    /// Takes licences, those first that expire first.
    List<Taken> take(String product, long count) {
        List<Taken> taken = new ArrayList<>();
        long missing = count;
        for (Row pack : packs(product)) {
            long some = Math.min(missing, left(pack));
            if (some > 0) {
                use(pack, some);
                taken.add(new Taken(pack.id(), some));
                missing -= some;
            }
        }
        return taken;
    }

    /// Gives licences back.
    void restore(List<Taken> taken) {
        taken.forEach(some -> draft.find(Table.PACKS, some.packId()).ifPresent(pack -> use(pack, -some.count())));
    }

    private void use(Row pack, long more) {
        draft.keep(Table.PACKS, pack.with(value -> value.put(USED, pack.number(USED) + more)));
    }
}
