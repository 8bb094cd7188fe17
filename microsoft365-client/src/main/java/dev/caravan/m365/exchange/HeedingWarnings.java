package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has another one talk to Exchange, and loses none of its warnings: callers look at outputs alone, and Exchange may
/// do as it is told and not like it. Each warning is logged with its run, step and tenant, and counted by cmdlet.
public final class HeedingWarnings implements ExchangeOnline {

    private static final Logger LOG = LoggerFactory.getLogger(HeedingWarnings.class);

    private final ExchangeOnline exchange;
    private final MeterRegistry meters;

    public HeedingWarnings(ExchangeOnline exchange, MeterRegistry meters) {
        this.exchange = exchange;
        this.meters = meters;
    }

    @Override
    public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
        var page = exchange.page(cmdlet, cursor, call);
        heed(cmdlet, page, call);
        return page;
    }

    @Override
    public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
        var answers = exchange.batch(cmdlets, call);
        if (answers instanceof Outcome.Done<List<Outcome<CmdletOutput>>>(var outputs)) {
            for (var index = 0; index < outputs.size(); index++) {
                heed(cmdlets.get(index), outputs.get(index), call);
            }
        }
        return answers;
    }

    private void heed(Cmdlet cmdlet, Outcome<CmdletOutput> answer, Call call) {
        if (answer instanceof Outcome.Done<CmdletOutput>(var output)) {
            output.warnings().forEach(warning -> heed(cmdlet, warning, call));
        }
    }

    private void heed(Cmdlet cmdlet, String warning, Call call) {
        meters.counter("caravan.microsoft365.warnings", "cmdlet", cmdlet.name()).increment();
        LOG.atWarn()
                .addKeyValue("run", call.header().runId())
                .addKeyValue("step", call.header().stepId())
                .addKeyValue("tenant", call.connection().tenantId().orElse(""))
                .addKeyValue("cmdlet", cmdlet)
                .addKeyValue("warning", warning)
                .log("Exchange warns");
    }
}
