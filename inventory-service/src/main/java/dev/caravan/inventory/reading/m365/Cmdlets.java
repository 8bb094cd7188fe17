package dev.caravan.inventory.reading.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Runs many cmdlets that must all go well, and reads each of their outputs to its end.
record Cmdlets(ExchangeOnline exchange) {

    /// The outputs in the order of the cmdlets.
    Outcome<List<List<ObjectNode>>> all(List<Cmdlet> cmdlets, Call call) {
        return exchange.each(cmdlets, call).then(outputs -> {
            var whole = new ArrayList<List<ObjectNode>>();
            for (var number = 0; number < cmdlets.size(); number++) {
                var cmdlet = cmdlets.get(number);
                var output = outputs.get(number).then(first -> whole(cmdlet, first, call));
                if (!(output instanceof Outcome.Done<List<ObjectNode>>(var objects))) {
                    return output.map(List::of);
                }
                whole.add(objects);
            }
            return Outcome.done(whole);
        });
    }

    /// A batch has only first pages.
    private Outcome<List<ObjectNode>> whole(Cmdlet cmdlet, CmdletOutput first, Call call) {
        return first.cursor().isEmpty()
                ? Outcome.done(first.objects())
                : exchange.invoke(cmdlet, call).map(CmdletOutput::objects);
    }
}
