package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.terminal.Terminal;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `caravan bench cutover`
@Command(
        name = "cutover",
        description = {
            "How many calls and how much simulated time a cut-over needs under fixed limits.",
            "The services cut a generated world over; then the guide's loops, one call after the other and one for each "
                    + "address, do the same to the same tenants under the same limits. Both stand beside the shortest time "
                    + "in which their writes can be carried. Counts are those of the simulator's ledger."
        },
        mixinStandardHelpOptions = true)
public final class CutoverBenchCommand implements Callable<Integer> {

    @Option(
            names = "--mailboxes",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Mailboxes of the source. Default: ${DEFAULT-VALUE}.")
    private int mailboxes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides what the world is like. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--exchange-writes",
            paramLabel = "N/SECONDS",
            defaultValue = "120/60",
            description = "What Exchange carries in each tenant. Default: ${DEFAULT-VALUE}, what its PowerShell did.")
    private String exchangeWrites = "";

    @Option(
            names = "--graph-writes",
            paramLabel = "N/SECONDS",
            defaultValue = "3000/150",
            description =
                    "What Graph carries of one application in each tenant. Default: ${DEFAULT-VALUE}, as published.")
    private String graphWrites = "";

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            defaultValue = "29000",
            description = "First of 13 ports on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int ports;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = Terminal.standard();
        var limits = new FixedLimits(Map.of(
                Api.EXCHANGE, FixedLimit.parse(exchangeWrites),
                Api.GRAPH, FixedLimit.parse(graphWrites)));
        var size = new CutoverBench.Size(mailboxes, seed);
        var table = new CutoverBench(Installation.found(), new PortPlan(ports), size, limits, terminal::line).compare();
        terminal.line("");
        terminal.line("%d mailboxes; each tenant carries %s at Exchange and %s at Graph"
                .formatted(mailboxes, limits.of().get(Api.EXCHANGE), limits.of().get(Api.GRAPH)));
        table.lines().forEach(terminal::line);
        return 0;
    }
}
