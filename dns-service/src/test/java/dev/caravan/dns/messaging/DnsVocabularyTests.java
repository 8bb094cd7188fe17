package dev.caravan.dns.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.dns.records.DnsCommand;
import dev.caravan.dns.records.DnsFact;
import dev.caravan.dns.records.FakeHost;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.testing.VocabularyContract;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.RestoreTtl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DnsVocabularyTests implements VocabularyContract<DnsCommand, DnsFact> {

    private static final DomainName FABRIKAM = DomainName.parse("fabrikam.example");
    private static final RecordSet MX = new RecordSet(new RecordKey(FABRIKAM, "MX"), 300, List.of("0 mx.example."));

    private final DnsVocabulary vocabulary = new DnsVocabulary();

    @Override
    public Worker<DnsCommand, DnsFact> worker() {
        return new Worker<>(WorkerService.DNS, vocabulary, new FakeHost().handlers());
    }

    @Override
    public Map<String, ?> with(CommandType command) {
        return command.name().equals("dns.HoldMail") ? Map.of("host", "hold.example") : Map.of();
    }

    @Override
    public List<DnsFact> facts() {
        return List.of(
                new DnsFact.ZoneRead(FABRIKAM, 1, 0, List.of(MX)),
                new DnsFact.ZoneCaptured(List.of(FABRIKAM), 1, "digest", 300),
                new DnsFact.TtlLowered(1, 0, 14400),
                new DnsFact.TtlProven(2),
                new DnsFact.TtlRestored(1, 0, List.of()),
                new DnsFact.RecordsChanged(1, 0),
                new DnsFact.RecordsProven(2),
                new DnsFact.HolderProven(1),
                new DnsFact.DomainsChanged(1, 0),
                new DnsFact.DomainsReverted(1, 0, List.of()),
                new DnsFact.MailRelayed(1, 0),
                new DnsFact.MailRelayReverted(1, 0, List.of()),
                new DnsFact.SigningChanged(1, 0),
                new DnsFact.SigningReverted(1, 0, List.of()),
                new DnsFact.DefaultDomainChanged("t.onmicrosoft.com", 1),
                new DnsFact.DefaultDomainReverted(2, 0, List.of()),
                new DnsFact.RecordsReverted(1, 0, List.of()));
    }

    @Test
    void a_ttl_of_no_seconds_is_refused_by_name() {
        // Given
        var lower = new LowerTtl(VocabularyContract.context(), List.of("fabrikam.example"), 0);

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(lower))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ttlSeconds: must be 1 or more, is 0");
    }

    @Test
    void changes_of_anything_but_record_sets_are_refused_by_name() {
        // Given
        var alias = new Change("mailbox", "ida", "alias", List.of("a"), List.of("b"), "…");
        var restore = new RestoreTtl(VocabularyContract.context(), List.of(alias));

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(restore))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("changes: must be of record sets (rrset), and one is of alias of a mailbox: ida");
    }
}
