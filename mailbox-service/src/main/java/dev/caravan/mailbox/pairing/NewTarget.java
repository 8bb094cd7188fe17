package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A target that is to be created, or to be finished where an attempt was interrupted.
///
/// @param source whose target it is to be
/// @param address its first address; a user signs in by it
/// @param isThere whether it has been created already and only lacks its mark or its licence
/// @param licence what a user gets, and with it the mailbox; empty where nobody has to be licensed any more
public record NewTarget(Profile source, String address, boolean isThere, Optional<Subscription> licence) {

    /// Its id in plans and ledger: it has no other one before it is created.
    public String id() {
        return Mark.of(source.guid());
    }

    /// Its short name.
    public String nick() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /// The change that stands for all of it.
    public Change change() {
        return change(
                TargetCreation.TYPE,
                source.targetType(),
                "%s is a %s%s"
                        .formatted(
                                source.displayName(),
                                source.targetType(),
                                licence.map(it -> " by a licence of " + it.partNumber())
                                        .orElse("")));
    }

    Stream<Change> changes() {
        return Stream.of(
                change(TargetCreation.NAME, address, "%s gets a target, %s".formatted(source.displayName(), address)),
                change());
    }

    private Change change(String property, String value, String sentence) {
        return new Change(
                TargetCreation.kind(source.targetKind()), id(), property, List.of(), List.of(value), sentence);
    }
}
