package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.master.MasterFile;
import dev.caravan.simulator.world.Problem;
import dev.caravan.simulator.world.ZoneFile;
import dev.caravan.simulator.world.ZoneRules;
import java.util.List;

/// Finds what keeps a name server from loading a zone.
public final class ZoneFileRules implements ZoneRules {

    @Override
    public List<Problem> check(ZoneFile file) {
        return switch (MasterFile.read(file)) {
            case MasterFile.Reading.Readable _ -> List.of();
            case MasterFile.Reading.Broken(List<Problem> problems) -> problems;
        };
    }
}
