package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.reference.Application;
import dev.caravan.mailbox.reference.DeletedObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the tenant of a command's connection holds beside recipients and refers to its domains.
public interface DirectoryObjects {

    /// Applications by their id; one that is not there any more is missing.
    Outcome<Map<String, Application>> applications(Collection<String> ids, Call call);

    /// Deleted users and groups by their id; one that was restored or purged since is missing.
    Outcome<Map<String, DeletedObject>> deleted(Collection<String> ids, Call call);

    /// Gives applications the identifier URIs of these changes.
    ///
    /// @return [Outcome.Failed] names those whose change was refused; the others have theirs
    Outcome<Integer> changeIdentifierUris(List<Change> changes, Call call);

    /// Deletes for good what these changes name.
    ///
    /// @return [Outcome.Failed] names those that were not; the others are gone
    Outcome<Integer> purge(List<Change> changes, Call call);
}
