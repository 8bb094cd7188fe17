package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.domain.Relaying;
import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.domain.SigningMoves;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.tenant.TenantMail;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;

/// Who handles which command.
public final class DnsHandlers implements Handlers<DnsCommand, DnsFact> {

    /// A domain leaves its tenant only when people have approved exactly that.
    private static final SafetyLimits REMOVALS_APPROVED = new SafetyLimits(0, 0, 1);

    private final CapturingZones capturing;
    private final LoweringTtl lowering;
    private final ProvingTtl proving;
    private final RestoringTtl restoring;
    private final RevertingRecords reverting;
    private final MakingInitialDomainDefault makingDefault;
    private final RevertingDefaultDomain revertingDefault;
    private final ProvingRecords provingRecords;
    private final ProvingHolder provingHolder;
    private final ChangingRecords<DnsCommand.PublishOwnership> publishing;
    private final ChangingRecords<DnsCommand.HoldMail> holding;
    private final ChangingRecords<DnsCommand.SwitchRecords> switching;
    private final ChangingDomains<DnsCommand.AddDomains> adding;
    private final ChangingDomains<DnsCommand.VerifyDomains> verifying;
    private final ChangingDomains<DnsCommand.RemoveDomains> removing;
    private final ChangingDomains<DnsCommand.ReleaseDomains> releasing;
    private final ChangingDomains<DnsCommand.ReturnDomains> returning;
    private final ChangingDomainProperty<DnsCommand.RelayMail, AcceptedDomain> relaying;
    private final ChangingDomainProperty<DnsCommand.RevertMailRelay, AcceptedDomain> revertingRelay;
    private final ChangingDomainProperty<DnsCommand.CreateSigning, Signing> creatingSigning;
    private final ChangingDomainProperty<DnsCommand.EnableSigning, Signing> enablingSigning;
    private final ChangingDomainProperty<DnsCommand.RevertSigning, Signing> revertingSigning;

    public DnsHandlers(Zones zones, Authority authority, TenantDomains tenant, TenantSigning signing, TenantMail mail) {
        this.capturing = new CapturingZones(zones);
        this.lowering = new LoweringTtl(zones);
        this.proving = new ProvingTtl(zones, authority);
        this.restoring = new RestoringTtl(zones);
        this.reverting = new RevertingRecords(zones, authority);
        this.makingDefault = new MakingInitialDomainDefault(tenant);
        this.revertingDefault = new RevertingDefaultDomain(tenant);
        this.provingRecords = new ProvingRecords(zones, authority);
        this.provingHolder = new ProvingHolder(tenant);
        var wishes = new TenantWishes(tenant, signing);
        this.publishing = new ChangingRecords<>(zones, wishes::of);
        this.holding = new ChangingRecords<>(zones, wishes::of);
        this.switching = new ChangingRecords<>(zones, wishes::of);
        var holder = new ChangingDomains.Holder(tenant, new SigningChanges(signing), new MailChanges(mail));
        this.adding = new ChangingDomains<>(holder, new DomainAims.Adding(), SafetyLimits.NONE);
        this.verifying = new ChangingDomains<>(holder, new DomainAims.Verifying(), SafetyLimits.NONE);
        this.removing = new ChangingDomains<>(holder, new DomainAims.Removing(), REMOVALS_APPROVED);
        this.releasing = new ChangingDomains<>(holder, new DomainAims.Releasing(), SafetyLimits.NONE);
        this.returning = new ChangingDomains<>(holder, new DomainAims.Returning(), SafetyLimits.NONE);
        this.relaying = new ChangingDomainProperty<>(
                holder.mail(), (command, all) -> Relaying.beginning(all, command.domains()), DnsHandlers::mailRelayed);
        this.revertingRelay = new ChangingDomainProperty<>(
                holder.mail(),
                (command, all) -> Relaying.reversion(all, command.changes()),
                DnsHandlers::relayReverted);
        this.creatingSigning = new ChangingDomainProperty<>(
                holder.signing(),
                (command, all) -> SigningMoves.creating(all, command.changes(), command.domains()),
                DnsHandlers::signingChanged);
        this.enablingSigning = new ChangingDomainProperty<>(
                holder.signing(),
                (command, all) -> SigningMoves.enabling(all, command.changes(), command.domains()),
                DnsHandlers::signingChanged);
        this.revertingSigning = new ChangingDomainProperty<>(
                holder.signing(),
                (command, all) -> SigningMoves.reversion(all, command.changes()),
                DnsHandlers::signingReverted);
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
            case DnsCommand.ProveRecords prove -> provingRecords.of(prove);
            case DnsCommand.ProveHeld prove -> provingHolder.of(prove);
            case DnsCommand.PublishOwnership publish -> publishing.of(publish);
            case DnsCommand.HoldMail hold -> holding.of(hold);
            case DnsCommand.SwitchRecords change -> switching.of(change);
            case DnsCommand.AddDomains add -> adding.of(add);
            case DnsCommand.VerifyDomains verify -> verifying.of(verify);
            case DnsCommand.RemoveDomains remove -> removing.of(remove);
            case DnsCommand.ReleaseDomains release -> releasing.of(release);
            case DnsCommand.ReturnDomains give -> returning.of(give);
            case DnsCommand.RelayMail relay -> relaying.of(relay);
            case DnsCommand.RevertMailRelay revert -> revertingRelay.of(revert);
            case DnsCommand.CreateSigning create -> creatingSigning.of(create);
            case DnsCommand.EnableSigning enable -> enablingSigning.of(enable);
            case DnsCommand.RevertSigning revert -> revertingSigning.of(revert);
        };
    }

    private static DnsFact mailRelayed(DnsCommand.RelayMail command, Plan plan) {
        var applied = plan.changes().size();
        return new DnsFact.MailRelayed(applied, Math.max(0, command.domains().size() - applied));
    }

    private static DnsFact relayReverted(DnsCommand.RevertMailRelay command, Plan plan) {
        var applied = plan.changes().size();
        return new DnsFact.MailRelayReverted(applied, command.changes().size() - applied, plan.conflicts());
    }

    private static DnsFact signingChanged(DnsCommand.OverSigning command, Plan plan) {
        var applied = plan.changes().size();
        return new DnsFact.SigningChanged(applied, Math.max(0, command.domains().size() - applied));
    }

    private static DnsFact signingReverted(DnsCommand.RevertSigning command, Plan plan) {
        var applied = plan.changes().size();
        return new DnsFact.SigningReverted(applied, command.changes().size() - applied, plan.conflicts());
    }
}
