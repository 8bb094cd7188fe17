package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.NameWish;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.addressing.MailboxCommand.CreateTargets;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetCreation;
import dev.caravan.mailbox.pairing.TargetCreation.Missing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TargetCreations;
import dev.caravan.mailbox.recipient.TargetCreations.SignIn;
import dev.caravan.mailbox.recipient.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates targets for recipients that have none.
final class CreatingTargets implements Doing<CreateTargets, CreatingTargets.Observed, MailboxFact> {

    private static final Destination NOWHERE = new Destination("", "", "", List.of());

    private final Targets targets;
    private final TargetCreations creations;
    private final RecipientDirectory directory;

    CreatingTargets(Targets targets, TargetCreations creations, RecipientDirectory directory) {
        this.targets = targets;
        this.creations = creations;
        this.directory = directory;
    }

    /// @param skipped how many can have no target
    record Observed(Pairing pairing, int skipped, TargetCreation creation, Destination destination) {}

    @Override
    public Outcome<Observed> observe(CreateTargets command, Call call) {
        return Pairing.of(command.recipients(), command.tenant(), targets, call).then(pairing -> {
            var creatable = pairing.unpaired().stream()
                    .filter(source -> TargetCreation.isCreatable(source, command.domains()))
                    .toList();
            var skipped = pairing.unpaired().size() - creatable.size();
            return creatable.isEmpty()
                    ? Outcome.done(new Observed(pairing, skipped, new TargetCreation(List.of(), List.of()), NOWHERE))
                    : creations
                            .destination(command.domains(), call)
                            .then(destination -> creation(command, creatable, destination, call)
                                    .map(creation -> new Observed(pairing, skipped, creation, destination)));
        });
    }

    private Outcome<TargetCreation> creation(
            CreateTargets command, List<Profile> creatable, Destination destination, Call call) {
        return unfinished(creatable, call)
                .then(unfinished -> names(creatable, unfinished, destination, call)
                        .then(names -> partNumbers(command, creatable, call)
                                .map(partNumbers -> TargetCreation.of(
                                        creatable.stream()
                                                .map(source ->
                                                        missing(source, unfinished, names, destination, partNumbers))
                                                .toList(),
                                        destination))));
    }

    /// What was created for them already, by guid of the source; users are found by their names.
    private Outcome<Map<String, Profile>> unfinished(List<Profile> creatable, Call call) {
        var keys = new LinkedHashMap<String, String>();
        creatable.stream().filter(source -> !isUser(source)).forEach(source -> keys.put(source.guid(), key(source)));
        return targets.profiles(keys.values(), call).map(found -> {
            var unfinished = new LinkedHashMap<String, Profile>();
            keys.forEach((guid, key) ->
                    Optional.ofNullable(found.get(key)).ifPresent(profile -> unfinished.put(guid, profile)));
            return unfinished;
        });
    }

    private static String key(Profile source) {
        return isUnified(source) ? nick(source) : Mark.name(source.guid());
    }

    private static String nick(Profile source) {
        var plain = NameWish.of(source.recipient()).candidate("nowhere", 1);
        return Mark.nick(plain.substring(0, plain.lastIndexOf('@')), source.guid());
    }

    private Outcome<Map<String, TargetNames.Name>> names(
            List<Profile> creatable, Map<String, Profile> unfinished, Destination destination, Call call) {
        var wishes = creatable.stream()
                .filter(source -> !isUnified(source) && source.targetKind() != RecipientKind.MAIL_CONTACT)
                .filter(source -> !unfinished.containsKey(source.guid()))
                .map(source -> NameWish.of(source.recipient()))
                .toList();
        return TargetNames.of(wishes, destination, directory, creations, call);
    }

    private Outcome<Map<String, List<String>>> partNumbers(CreateTargets command, List<Profile> creatable, Call call) {
        var users = creatable.stream()
                .filter(CreatingTargets::isUser)
                .map(Profile::directoryId)
                .filter(id -> !id.isEmpty())
                .toList();
        return users.isEmpty()
                ? Outcome.done(Map.of())
                : call.through(command.tenant()).then(source -> creations.partNumbers(users, source));
    }

    private static Missing missing(
            Profile source,
            Map<String, Profile> unfinished,
            Map<String, TargetNames.Name> names,
            Destination destination,
            Map<String, List<String>> partNumbers) {
        var there = Optional.ofNullable(unfinished.get(source.guid()));
        var name = Optional.ofNullable(names.get(source.guid()));
        var user = name.flatMap(TargetNames.Name::user);
        return new Missing(
                source,
                there.flatMap(Profile::address)
                        .or(() -> name.map(TargetNames.Name::address))
                        .orElseGet(
                                () -> isUnified(source) ? nick(source) + "@" + destination.domain() : source.outside()),
                there.isPresent() || user.isPresent(),
                isUser(source)
                        && user.filter(found -> isLicensed(found, destination)).isEmpty(),
                partNumbers.getOrDefault(source.directoryId(), List.of()));
    }

    private static boolean isLicensed(SignIn user, Destination destination) {
        return destination.subscriptions().stream()
                .anyMatch(subscription ->
                        subscription.givesMailbox() && user.skuIds().contains(subscription.skuId()));
    }

    private static boolean isUser(Profile source) {
        return source.type().equals(Profile.USER_MAILBOX);
    }

    private static boolean isUnified(Profile source) {
        return source.kind() == RecipientKind.UNIFIED_GROUP;
    }

    @Override
    public Plan plan(CreateTargets command, Observed observed) {
        return observed.creation().plan(observed.pairing().sources().size());
    }

    @Override
    public Outcome<MailboxFact> apply(CreateTargets command, Observed observed, Plan plan, Call call) {
        var present = observed.pairing().sources().size();
        return Obstacles.unless(
                plan,
                created(observed, call)
                        .map(created -> new MailboxFact.TargetsCreated(
                                created,
                                observed.pairing().paired().size(),
                                observed.skipped(),
                                command.recipients().size() - present)));
    }

    private Outcome<Integer> created(Observed observed, Call call) {
        var all = observed.creation().targets();
        return all.isEmpty() ? Outcome.done(0) : creations.create(all, observed.destination(), call);
    }
}
