package dev.caravan.simulator.mail;

import dev.caravan.simulator.mail.MailExchangers.Answer;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One attempt to deliver a letter: from the sender's own tenant if that has the reader's domain, else by DNS alone. A
/// tenant that relays the domain passes letters to people whom it does not know on, by DNS again.
final class Delivery {

    private static final String OK = "250 2.1.5 Recipient OK";
    private static final String UNKNOWN =
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup";

    private static final String OUTSIDER =
            "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required";
    private static final String LOOP = "554 5.4.14 Hop count exceeded - possible mail loop";

    private final PostOffices offices;
    private final MailExchangers exchangers;

    Delivery(PostOffices offices, MailExchangers exchangers) {
        this.offices = offices;
        this.exchangers = exchangers;
    }

    Outcome attempt(Letter letter) {
        if (letter.outside()) {
            return new Outcome.Delivered("mx." + letter.to().domain(), OK, null);
        }
        Optional<Tenant> own = letter.sender()
                .map(offices::now)
                .filter(tenant -> tenant.accepts(letter.to().domain()));
        return own.isPresent()
                ? at(own.get(), "inside " + own.get().initialDomain(), letter, List.of())
                : byDns(letter, List.of());
    }

    /// @param passed the tenants that have passed it on, by their id
    private Outcome byDns(Letter letter, List<String> passed) {
        DomainName domain = letter.to().domain();
        return switch (exchangers.find(domain)) {
            case Answer.Hosts(List<String> hosts)
            when hosts.equals(List.of("")) || hosts.equals(List.of(".")) ->
                new Outcome.Bounced(null, "556 5.1.10 " + domain + " takes no mail (null MX)");
            case Answer.Hosts(List<String> hosts) -> atFirstThatAnswers(hosts, letter, passed);
            case Answer.NoExchanger _ -> at(domain.text(), letter, passed);
            case Answer.NoSuchDomain _ ->
                new Outcome.Bounced(null, "550 5.4.310 DNS domain " + domain + " does not exist");
            case Answer.Unanswered(String reason) ->
                new Outcome.Deferred(null, "450 4.4.312 DNS query failed: " + reason);
        };
    }

    private Outcome atFirstThatAnswers(List<String> hosts, Letter letter, List<String> passed) {
        Outcome last = at(hosts.getFirst(), letter, passed);
        for (String host : hosts.subList(1, hosts.size())) {
            if (!(last instanceof Outcome.Deferred)) {
                return last;
            }
            last = at(host, letter, passed);
        }
        return last;
    }

    private Outcome at(String host, Letter letter, List<String> passed) {
        DomainName domain = letter.to().domain();
        List<Tenant> behind = offices.behind(host, domain);
        if (behind.isEmpty()) {
            return new Outcome.Deferred(host, "451 4.4.1 " + host + " did not answer");
        }
        return behind.stream()
                .filter(tenant -> tenant.accepts(domain))
                .findFirst()
                .map(tenant -> at(tenant, host, letter, passed))
                .orElseGet(() -> new Outcome.Bounced(
                        host, "550 5.4.1 Recipient address rejected: Access denied; no tenant holds " + domain));
    }

    private Outcome at(Tenant tenant, String host, Letter letter, List<String> passed) {
        Address to = letter.to();
        if (offices.knows(tenant, to)) {
            return offices.refusesOutsiders(tenant, to) && !isOf(tenant, letter)
                    ? new Outcome.Bounced(host, OUTSIDER)
                    : new Outcome.Delivered(host, OK, tenant.id());
        }
        if (!offices.relays(tenant, to.domain())) {
            return new Outcome.Bounced(host, UNKNOWN);
        }
        return passed.contains(tenant.id())
                ? new Outcome.Bounced(host, LOOP)
                : byDns(
                        letter,
                        Stream.concat(passed.stream(), Stream.of(tenant.id())).toList());
    }

    private static boolean isOf(Tenant tenant, Letter letter) {
        return letter.sender().filter(sender -> sender.id().equals(tenant.id())).isPresent();
    }
}
