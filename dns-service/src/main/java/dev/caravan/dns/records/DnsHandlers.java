package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;

/// Who handles which command.
public final class DnsHandlers implements Handlers<DnsCommand, DnsFact> {

    private final CapturingZones capturing;
    private final LoweringTtl lowering;
    private final ProvingTtl proving;
    private final RestoringTtl restoring;
    private final RevertingRecords reverting;
    private final MakingInitialDomainDefault makingDefault;
    private final RevertingDefaultDomain revertingDefault;

    public DnsHandlers(Zones zones, Authority authority, TenantDomains tenant) {
        this.capturing = new CapturingZones(zones);
        this.lowering = new LoweringTtl(zones);
        this.proving = new ProvingTtl(zones, authority);
        this.restoring = new RestoringTtl(zones);
        this.reverting = new RevertingRecords(zones);
        this.makingDefault = new MakingInitialDomainDefault(tenant);
        this.revertingDefault = new RevertingDefaultDomain(tenant);
    }

    @Override
    public Handling<DnsFact> of(DnsCommand command) {
        return switch (command) {
            case DnsCommand.CaptureZone capture -> capturing.of(capture);
            case DnsCommand.LowerTtl lower -> lowering.of(lower);
            case DnsCommand.ProveTtl prove -> proving.of(prove);
            case DnsCommand.RestoreTtl restore -> restoring.of(restore);
            case DnsCommand.RevertRecords revert -> reverting.of(revert);
            case DnsCommand.MakeInitialDomainDefault make -> makingDefault.of(make);
            case DnsCommand.RevertDefaultDomain revert -> revertingDefault.of(revert);
        };
    }
}
