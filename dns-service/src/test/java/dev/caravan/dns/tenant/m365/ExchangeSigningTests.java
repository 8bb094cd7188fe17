package dev.caravan.dns.tenant.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExchangeSigningTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private static final String CONFIG = """
            {"Domain": "A.example", "Enabled": true, "Selector1CNAME": "selector1-a-example._domainkey.Tee.q-v1.dkim.mail.microsoft",
             "Selector2CNAME": "selector2-a-example._domainkey.tee.onmicrosoft.com"}""";
    private static final Outcome<CmdletOutput> MISSING = Outcome.failedForGood("not-found", "couldn't be found");

    private final Map<String, Outcome<CmdletOutput>> answers = new HashMap<>();
    private final List<Cmdlet> asked = new ArrayList<>();
    private final ExchangeSigning signing = new ExchangeSigning(new CannedExchange());

    @Test
    void keys_are_read_as_the_records_that_they_want() {
        // Given
        answers.put(
                "Get-DkimSigningConfig",
                found(CONFIG, "{\"Domain\":\"b.example\",\"Status\":\"CnameMissing\",\"Selector1CNAME\":\"\"}"));
        // When
        var all = signing.all(CALL);
        // Then
        assertThat(all)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat((List<?>) done.fact())
                                .map(Signing.class::cast)
                                .satisfiesExactly(
                                        first -> {
                                            assertThat(first.isEnabled()).isTrue();
                                            assertThat(first.isPublished()).isTrue();
                                            assertThat(first.keys())
                                                    .extracting(set -> set.key().toString())
                                                    .containsExactly(
                                                            "selector1._domainkey.a.example. CNAME",
                                                            "selector2._domainkey.a.example. CNAME");
                                            assertThat(first.keys())
                                                    .extracting(RecordSet::values)
                                                    .containsExactly(
                                                            List.of(
                                                                    "selector1-a-example._domainkey.tee.q-v1.dkim.mail.microsoft."),
                                                            List.of(
                                                                    "selector2-a-example._domainkey.tee.onmicrosoft.com."));
                                        },
                                        second -> assertThat(second)
                                                .isEqualTo(new Signing("b.example", false, false, List.of()))));
    }

    @Test
    void nothing_is_created_before_exchange_knows_the_domain() {
        // Given
        answers.put("Get-AcceptedDomain", found("{\"DomainName\":\"other.example\"}"));
        // When
        var created = signing.create("a.example", CALL);
        // Then
        assertThat(created).isInstanceOf(Outcome.NotYet.class);
        assertThat(asked).extracting(Cmdlet::name).containsExactly("Get-AcceptedDomain");
    }

    @Test
    void what_is_created_does_not_sign() {
        // Given
        answers.put("Get-AcceptedDomain", found("{\"DomainName\":\"A.example\"}"));
        answers.put("New-DkimSigningConfig", found(CONFIG));
        // When
        var created = signing.create("a.example", CALL);
        // Then
        assertThat(created).isEqualTo(Outcome.done("a.example"));
        assertThat(asked.getLast().parameters())
                .containsEntry("DomainName", new Parameter.Text("a.example"))
                .containsEntry("Enabled", new Parameter.Flag(false));
    }

    @Test
    void what_was_there_already_is_as_good_and_what_is_not_there_then_is_refused() {
        // Given
        answers.put("Get-AcceptedDomain", found("{\"DomainName\":\"a.example\"}"));
        answers.put("New-DkimSigningConfig", Outcome.failedForGood("bad-request", "exists"));
        answers.put("Get-DkimSigningConfig", found(CONFIG));
        // When
        var there = signing.create("a.example", CALL);
        answers.put("Get-DkimSigningConfig", MISSING);
        var refused = signing.create("a.example", CALL);
        // Then
        assertThat(there).isEqualTo(Outcome.done("a.example"));
        assertThat(refused).isEqualTo(Outcome.failedForGood("bad-request", "exists"));
    }

    @Test
    void it_signs_later_when_the_keys_are_not_seen_yet() {
        // Given
        answers.put(
                "Set-DkimSigningConfig",
                Outcome.failedForGood("bad-request", "CNAME record does not exist for this config. Please …"));
        // When
        var unseen = signing.enable("a.example", CALL);
        answers.put("Set-DkimSigningConfig", MISSING);
        var missing = signing.enable("a.example", CALL);
        // Then
        assertThat(unseen).isInstanceOf(Outcome.NotYet.class);
        assertThat(missing).isEqualTo(Outcome.failedForGood("not-found", "couldn't be found"));
    }

    @Test
    void it_signs_and_signs_no_more() {
        // Given
        answers.put("Set-DkimSigningConfig", found());
        // When
        var enabled = signing.enable("a.example", CALL);
        var disabled = signing.disable("a.example", CALL);
        // Then
        assertThat(List.of(enabled, disabled)).containsOnly(Outcome.done("a.example"));
        assertThat(asked).extracting(Cmdlet::toString).containsOnly("Set-DkimSigningConfig a.example");
        assertThat(asked)
                .extracting(cmdlet -> cmdlet.parameters().get("Enabled"))
                .containsExactly(new Parameter.Flag(true), new Parameter.Flag(false));
    }

    private static Outcome<CmdletOutput> found(String... objects) {
        var all = Stream.of(objects)
                .map(object -> (ObjectNode) JsonMapper.shared().readTree(object))
                .toList();
        return Outcome.done(new CmdletOutput(all, List.of(), Optional.empty()));
    }

    private final class CannedExchange implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            asked.add(cmdlet);
            return answers.getOrDefault(cmdlet.name(), MISSING);
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            throw new UnsupportedOperationException("cmdlets are run one by one");
        }
    }
}
