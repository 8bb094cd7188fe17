package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;

/// Who handles which command.
public final class DnsHandlers implements Handlers<DnsCommand, DnsFact> {

    private final CapturingZones capturing;
    private final LoweringTtl lowering;
    private final ProvingTtl proving;
    private final RestoringTtl restoring;
    private final RevertingRecords reverting;

    public DnsHandlers(Zones zones, Authority authority) {
        this.capturing = new CapturingZones(zones);
        this.lowering = new LoweringTtl(zones);
        this.proving = new ProvingTtl(zones, authority);
        this.restoring = new RestoringTtl(zones);
        this.reverting = new RevertingRecords(zones);
    }

    @Override
    public Handling<DnsFact> of(DnsCommand command) {
        return switch (command) {
            case DnsCommand.CaptureZone capture -> capturing.of(capture);
            case DnsCommand.LowerTtl lower -> lowering.of(lower);
            case DnsCommand.ProveTtl prove -> proving.of(prove);
            case DnsCommand.RestoreTtl restore -> restoring.of(restore);
            case DnsCommand.RevertRecords revert -> reverting.of(revert);
        };
    }
}
