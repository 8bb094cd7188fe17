package dev.caravan.dns.messaging;

import dev.caravan.dns.domain.DefaultDomain;
import dev.caravan.dns.domain.DomainMoves;
import dev.caravan.dns.domain.Relaying;
import dev.caravan.dns.domain.SigningMoves;
import dev.caravan.dns.records.DnsCommand;
import dev.caravan.dns.records.DnsFact;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.dns.AddDomains;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.CreateSigning;
import dev.caravan.schemas.dns.DefaultDomainChanged;
import dev.caravan.schemas.dns.DefaultDomainPlanned;
import dev.caravan.schemas.dns.DefaultDomainReversionPlanned;
import dev.caravan.schemas.dns.DefaultDomainReverted;
import dev.caravan.schemas.dns.DomainReversionPlanned;
import dev.caravan.schemas.dns.DomainsChanged;
import dev.caravan.schemas.dns.DomainsPlanned;
import dev.caravan.schemas.dns.DomainsReverted;
import dev.caravan.schemas.dns.EnableSigning;
import dev.caravan.schemas.dns.HoldMail;
import dev.caravan.schemas.dns.HolderProven;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.MailRelayPlanned;
import dev.caravan.schemas.dns.MailRelayReversionPlanned;
import dev.caravan.schemas.dns.MailRelayReverted;
import dev.caravan.schemas.dns.MailRelayed;
import dev.caravan.schemas.dns.MakeInitialDomainDefault;
import dev.caravan.schemas.dns.ProveHeld;
import dev.caravan.schemas.dns.ProveRecords;
import dev.caravan.schemas.dns.ProveTtl;
import dev.caravan.schemas.dns.PublishOwnership;
import dev.caravan.schemas.dns.RecordReversionPlanned;
import dev.caravan.schemas.dns.RecordSet;
import dev.caravan.schemas.dns.RecordsChanged;
import dev.caravan.schemas.dns.RecordsPlanned;
import dev.caravan.schemas.dns.RecordsProven;
import dev.caravan.schemas.dns.RecordsReverted;
import dev.caravan.schemas.dns.RelayMail;
import dev.caravan.schemas.dns.ReleaseDomains;
import dev.caravan.schemas.dns.RemoveDomains;
import dev.caravan.schemas.dns.RestoreTtl;
import dev.caravan.schemas.dns.ReturnDomains;
import dev.caravan.schemas.dns.RevertDefaultDomain;
import dev.caravan.schemas.dns.RevertMailRelay;
import dev.caravan.schemas.dns.RevertRecords;
import dev.caravan.schemas.dns.RevertSigning;
import dev.caravan.schemas.dns.SigningChanged;
import dev.caravan.schemas.dns.SigningPlanned;
import dev.caravan.schemas.dns.SigningReversionPlanned;
import dev.caravan.schemas.dns.SigningReverted;
import dev.caravan.schemas.dns.SwitchRecords;
import dev.caravan.schemas.dns.TtlLowered;
import dev.caravan.schemas.dns.TtlLoweringPlanned;
import dev.caravan.schemas.dns.TtlProven;
import dev.caravan.schemas.dns.TtlRestorationPlanned;
import dev.caravan.schemas.dns.TtlRestored;
import dev.caravan.schemas.dns.VerifyDomains;
import dev.caravan.schemas.dns.ZoneCaptured;
import dev.caravan.schemas.dns.ZoneRead;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// `dns.avdl` as [DnsCommand] and [DnsFact].
public final class DnsVocabulary implements Vocabulary<DnsCommand, DnsFact> {

    private static final String DOMAINS = "domains that come and go";

    @Override
    public Optional<DnsCommand> toCommand(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case CaptureZone capture -> new DnsCommand.CaptureZone(domains(capture.getZones()));
                    case LowerTtl lower ->
                        new DnsCommand.LowerTtl(domains(lower.getZones()), ttl(lower.getTtlSeconds()));
                    case ProveTtl prove ->
                        new DnsCommand.ProveTtl(domains(prove.getZones()), ttl(prove.getTtlSeconds()));
                    case RestoreTtl restore -> new DnsCommand.RestoreTtl(recordSets(restore.getChanges()));
                    case RevertRecords revert -> new DnsCommand.RevertRecords(recordSets(revert.getChanges()));
                    case MakeInitialDomainDefault make ->
                        new DnsCommand.MakeInitialDomainDefault(domains(make.getDomains()));
                    case PublishOwnership publish ->
                        new DnsCommand.PublishOwnership(
                                domains(publish.getDomains()), CommonRecords.target(publish.getTenant()));
                    case HoldMail hold ->
                        new DnsCommand.HoldMail(domains(hold.getDomains()), DomainName.parse(hold.getHost()));
                    case SwitchRecords change ->
                        new DnsCommand.SwitchRecords(
                                domains(change.getDomains()), CommonRecords.target(change.getTenant()));
                    case ProveHeld prove -> new DnsCommand.ProveHeld(domains(prove.getDomains()));
                    case ProveRecords prove -> new DnsCommand.ProveRecords(domains(prove.getDomains()));
                    case AddDomains add -> new DnsCommand.AddDomains(domains(add.getDomains()));
                    case VerifyDomains verify ->
                        new DnsCommand.VerifyDomains(
                                domains(verify.getDomains()), List.copyOf(verify.getServices()), verify.getRelayed());
                    case RemoveDomains remove -> new DnsCommand.RemoveDomains(domains(remove.getDomains()));
                    case ReleaseDomains release ->
                        new DnsCommand.ReleaseDomains(
                                CommonRecords.changesIn(release.getChanges(), DomainMoves::isOne, DOMAINS));
                    case ReturnDomains give ->
                        new DnsCommand.ReturnDomains(
                                CommonRecords.changesIn(give.getChanges(), DomainMoves::isOne, DOMAINS));
                    case RelayMail relay -> new DnsCommand.RelayMail(domains(relay.getDomains()));
                    case RevertMailRelay revert ->
                        new DnsCommand.RevertMailRelay(
                                CommonRecords.changesIn(revert.getChanges(), DomainMoves::isOne, DOMAINS).stream()
                                        .filter(Relaying::isOne)
                                        .toList());
                    case CreateSigning create ->
                        new DnsCommand.CreateSigning(
                                CommonRecords.changesIn(create.getChanges(), DomainMoves::isOne, DOMAINS),
                                domains(create.getDomains()));
                    case EnableSigning enable ->
                        new DnsCommand.EnableSigning(
                                CommonRecords.changesIn(enable.getChanges(), DomainMoves::isOne, DOMAINS),
                                domains(enable.getDomains()));
                    case RevertSigning revert ->
                        new DnsCommand.RevertSigning(CommonRecords.changesIn(
                                revert.getChanges(), SigningMoves::isOne, "domains whose letters are signed"));
                    case RevertDefaultDomain revert ->
                        new DnsCommand.RevertDefaultDomain(
                                CommonRecords.changesIn(revert.getChanges(), DefaultDomain::isOne, "default domains"));
                    default -> null;
                });
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, DnsFact fact) {
        var context = CommonRecords.context(header);
        return switch (fact) {
            case DnsFact.ZoneRead(var zone, var serial, var part, var recordSets) ->
                new ZoneRead(
                        context,
                        zone.toString(),
                        serial,
                        part,
                        recordSets.stream().map(DnsVocabulary::recordSet).toList());
            case DnsFact.ZoneCaptured(var zones, var recordSets, var digest, var mailTtlSecondsMax) ->
                new ZoneCaptured(
                        context,
                        zones.stream().map(DomainName::toString).toList(),
                        recordSets,
                        digest,
                        seconds(mailTtlSecondsMax));
            case DnsFact.TtlLowered(var applied, var unchanged, var oldTtlSecondsMax) ->
                new TtlLowered(context, applied, unchanged, seconds(oldTtlSecondsMax));
            case DnsFact.TtlProven(var servers) -> new TtlProven(context, servers);
            case DnsFact.TtlRestored(var applied, var unchanged, var conflicts) ->
                new TtlRestored(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case DnsFact.DefaultDomainChanged(var domain, var applied) ->
                new DefaultDomainChanged(context, domain, applied);
            case DnsFact.DefaultDomainReverted(var applied, var unchanged, var conflicts) ->
                new DefaultDomainReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case DnsFact.RecordsChanged(var applied, var unchanged) -> new RecordsChanged(context, applied, unchanged);
            case DnsFact.HolderProven(var domains) -> new HolderProven(context, domains);
            case DnsFact.RecordsProven(var servers) -> new RecordsProven(context, servers);
            case DnsFact.DomainsChanged(var applied, var unchanged) -> new DomainsChanged(context, applied, unchanged);
            case DnsFact.DomainsReverted(var applied, var unchanged, var conflicts) ->
                new DomainsReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case DnsFact.MailRelayed(var applied, var unchanged) -> new MailRelayed(context, applied, unchanged);
            case DnsFact.MailRelayReverted(var applied, var unchanged, var conflicts) ->
                new MailRelayReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case DnsFact.SigningChanged(var applied, var unchanged) -> new SigningChanged(context, applied, unchanged);
            case DnsFact.SigningReverted(var applied, var unchanged, var conflicts) ->
                new SigningReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case DnsFact.RecordsReverted(var applied, var unchanged, var conflicts) ->
                new RecordsReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
        };
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, DnsCommand command, Plan plan) {
        var context = CommonRecords.context(header);
        var changes = CommonRecords.changesOut(plan.changes());
        return switch (command) {
            case DnsCommand.LowerTtl lower -> new TtlLoweringPlanned(context, changes);
            case DnsCommand.RestoreTtl restore ->
                new TtlRestorationPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.RevertRecords revert ->
                new RecordReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.MakeInitialDomainDefault make -> new DefaultDomainPlanned(context, changes);
            case DnsCommand.RevertDefaultDomain revert ->
                new DefaultDomainReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.OverDomains over -> new RecordsPlanned(context, changes);
            case DnsCommand.AddDomains add -> new DomainsPlanned(context, changes);
            case DnsCommand.VerifyDomains verify -> new DomainsPlanned(context, changes);
            case DnsCommand.RemoveDomains remove -> new DomainsPlanned(context, changes);
            case DnsCommand.ReleaseDomains release ->
                new DomainReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.ReturnDomains give ->
                new DomainReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.RelayMail relay -> new MailRelayPlanned(context, changes);
            case DnsCommand.RevertMailRelay revert ->
                new MailRelayReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.OverSigning over -> new SigningPlanned(context, changes);
            case DnsCommand.RevertSigning revert ->
                new SigningReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case DnsCommand.ProveHeld prove -> throw plansNothing(prove);
            case DnsCommand.ProveRecords prove -> throw plansNothing(prove);
            case DnsCommand.CaptureZone capture -> throw plansNothing(capture);
            case DnsCommand.ProveTtl prove -> throw plansNothing(prove);
        };
    }

    private static IllegalArgumentException plansNothing(DnsCommand command) {
        return new IllegalArgumentException(command.getClass().getSimpleName() + " only reads: it has no plan");
    }

    private static List<DomainName> domains(List<String> written) {
        return written.stream().map(DomainName::parse).toList();
    }

    private static List<Change> recordSets(List<dev.caravan.schemas.common.Change> written) {
        return CommonRecords.changesIn(written, change -> change.kind().equals("rrset"), "record sets (rrset)");
    }

    private static long ttl(int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("ttlSeconds: must be 1 or more, is " + seconds);
        }
        return seconds;
    }

    /// TTLs have 31 bits (RFC 2181 8).
    private static int seconds(long ttl) {
        return Math.toIntExact(ttl);
    }

    private static RecordSet recordSet(dev.caravan.dns.zone.RecordSet recordSet) {
        return new RecordSet(
                recordSet.key().owner().toString(),
                recordSet.key().type(),
                seconds(recordSet.ttlSeconds()),
                recordSet.values());
    }
}
