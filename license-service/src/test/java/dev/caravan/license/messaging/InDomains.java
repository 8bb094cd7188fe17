package dev.caravan.license.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.migrating.LicenseCommand;
import dev.caravan.license.migrating.LicenseFact;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The vocabulary, given the domains that every run has and a contract's commands have not.
record InDomains(LicenseVocabulary vocabulary) implements Vocabulary<LicenseCommand, LicenseFact> {

    @Override
    public Optional<LicenseCommand> toCommand(SpecificRecord record) {
        var domains = record.getSchema().getField("domains");
        if (domains != null) {
            record.put(domains.pos(), List.of("a.example"));
        }
        return vocabulary.toCommand(record);
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, LicenseFact fact) {
        return vocabulary.toEvent(header, fact);
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, LicenseCommand command, Plan plan) {
        return vocabulary.toPlanned(header, command, plan);
    }
}
