package dev.caravan.dns.tenant.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExchangeMailTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());

    private final List<Cmdlet> asked = new ArrayList<>();
    private final ExchangeMail mail = new ExchangeMail(new OneDomain());

    @Test
    void domains_are_read_with_their_type() {
        // Then
        assertThat(mail.all(CALL)).isEqualTo(Outcome.done(List.of(new AcceptedDomain("A.example", "InternalRelay"))));
    }

    @Test
    void a_domain_becomes_one_of_another_type() {
        // When
        var outcome = mail.set("a.example", AcceptedDomain.AUTHORITATIVE, CALL);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done("a.example"));
        assertThat(asked.getLast()).hasToString("Set-AcceptedDomain a.example");
        assertThat(asked.getLast().parameters()).containsEntry("DomainType", new Parameter.Text("Authoritative"));
    }

    @Test
    void a_domain_that_exchange_does_not_know_yet_is_tried_again() {
        // When
        var outcome = mail.set("new.example", AcceptedDomain.INTERNAL_RELAY, CALL);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
        assertThat(asked).extracting(Cmdlet::name).containsExactly("Set-AcceptedDomain");
    }

    private final class OneDomain implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            asked.add(cmdlet);
            if (cmdlet.toString().endsWith("new.example")) {
                return Outcome.failedForGood("not-found", "object 'new.example' couldn't be found");
            }
            var row = (ObjectNode)
                    JsonMapper.shared().readTree("{\"DomainName\": \"A.example\", \"DomainType\": \"InternalRelay\"}");
            return Outcome.done(new CmdletOutput(List.of(row), List.of(), Optional.empty()));
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            throw new UnsupportedOperationException("cmdlets are run one by one");
        }
    }
}
