package dev.caravan.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.SampleWorld;
import dev.caravan.simulator.mail.MailExchangers.Answer;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.Worlds;
import java.nio.file.Path;
import java.util.List;

/// The sample world, with DNS as a test wants it.
final class MailWorld {

    static final String FABRIKAM = "47eaa099-2cb6-416d-86dc-283cf0480ff9";
    static final String CONTOSO = "1509bb0a-9bf1-4331-8a11-8783593942a4";

    private MailWorld() {}

    static Worlds load(Path... folders) {
        List<Path> paths = folders.length == 0 ? SampleWorld.alone() : List.of(folders);
        Reading reading = new WorldReader(_ -> List.of()).read(paths);
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).worlds();
    }

    static MailExchangers classic() {
        return domain -> new Answer.Hosts(List.of(classicHost(domain)));
    }

    static String classicHost(DomainName domain) {
        return domain.dashes() + ".mail.protection.outlook.com";
    }

    static MailExchangers hosts(String... hosts) {
        return _ -> new Answer.Hosts(List.of(hosts));
    }
}
