package dev.caravan.mailbox;

import dev.caravan.kit.messaging.Worker;
import dev.caravan.m365.Microsoft365;
import dev.caravan.mailbox.addressing.MailboxCommand;
import dev.caravan.mailbox.addressing.MailboxFact;
import dev.caravan.mailbox.addressing.MailboxHandlers;
import dev.caravan.mailbox.addressing.TargetPorts;
import dev.caravan.mailbox.messaging.MailboxVocabulary;
import dev.caravan.mailbox.recipient.m365.ExchangeAccesses;
import dev.caravan.mailbox.recipient.m365.ExchangeContacts;
import dev.caravan.mailbox.recipient.m365.ExchangeDelegations;
import dev.caravan.mailbox.recipient.m365.ExchangeDirectory;
import dev.caravan.mailbox.recipient.m365.ExchangeForwardings;
import dev.caravan.mailbox.recipient.m365.ExchangeTargets;
import dev.caravan.mailbox.recipient.m365.GraphAccounts;
import dev.caravan.mailbox.recipient.m365.GraphInboxes;
import dev.caravan.mailbox.recipient.m365.GraphLicences;
import dev.caravan.mailbox.recipient.m365.GraphObjects;
import dev.caravan.mailbox.recipient.m365.GraphTestMailboxes;
import dev.caravan.mailbox.recipient.m365.TenantCreations;
import dev.caravan.mailbox.recipient.m365.TenantMemberships;
import dev.caravan.schemas.WorkerService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the service is put together.
@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    Worker<MailboxCommand, MailboxFact> worker(Microsoft365 microsoft365) {
        var handlers = new MailboxHandlers(new MailboxHandlers.Tenant(
                new ExchangeDirectory(microsoft365),
                new GraphObjects(microsoft365),
                new ExchangeForwardings(microsoft365),
                new ExchangeContacts(microsoft365),
                new ExchangeAccesses(microsoft365),
                new GraphAccounts(microsoft365),
                new GraphLicences(microsoft365),
                new GraphTestMailboxes(microsoft365),
                new TargetPorts(
                        new ExchangeTargets(microsoft365),
                        new TenantCreations(microsoft365),
                        new TenantMemberships(microsoft365),
                        new ExchangeDelegations(microsoft365),
                        new GraphInboxes(microsoft365))));
        return new Worker<>(WorkerService.MAILBOX, new MailboxVocabulary(), handlers);
    }
}
