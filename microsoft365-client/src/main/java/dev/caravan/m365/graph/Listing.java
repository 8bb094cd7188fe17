package dev.caravan.m365.graph;

import java.util.List;
import java.util.Optional;

/// Which objects of a collection are wanted, and what of them.
///
/// @param select the wanted properties, at least one: what Graph gives unasked is neither all nor constant. Only DNS
///     records are read whole, since each type of them has properties of its own
/// @param top how many objects a page has at most, 1 to 999; Graph's own number when empty
/// @param filter an OData filter
/// @param isAdvanced whether Graph's advanced queries are needed (`ConsistencyLevel: eventual`), as for `endsWith`
public record Listing(
        Collection collection,
        List<String> select,
        Optional<Integer> top,
        Optional<String> filter,
        boolean isAdvanced) {

    private static final int TOP_MAX = 999;

    public Listing {
        select = List.copyOf(select);
        if (select.isEmpty() && !(collection instanceof OfDomain of && of.part().isOfRecords())) {
            throw new IllegalArgumentException("select: must name a property");
        }
        if (top.filter(wanted -> wanted < 1 || wanted > TOP_MAX).isPresent()) {
            throw new IllegalArgumentException("top: must be 1 to " + TOP_MAX + ", is " + top.get());
        }
    }

    /// All objects of a collection.
    public static Listing of(Collection collection, List<String> select) {
        return new Listing(collection, select, Optional.empty(), Optional.empty(), false);
    }

    /// The DNS records of a domain, each whole.
    public static Listing ofRecords(OfDomain collection) {
        return of(collection, List.of());
    }

    /// The same with pages of that size.
    public Listing top(int wanted) {
        return new Listing(collection, select, Optional.of(wanted), filter, isAdvanced);
    }

    /// The objects among them that an OData filter lets through.
    public Listing where(String wanted) {
        return new Listing(collection, select, top, Optional.of(wanted), isAdvanced);
    }

    /// The same by Graph's advanced queries, which see changes later.
    public Listing advanced() {
        return new Listing(collection, select, top, filter, true);
    }

    /// What can be listed.
    public sealed interface Collection {}

    /// Collections of the whole tenant.
    public enum OfTenant implements Collection {
        /// The tenant itself, as a collection of one.
        ORGANIZATION,
        DOMAINS,
        USERS,
        GROUPS,
        /// Users that can be restored for 30 days; they keep their addresses so long.
        DELETED_USERS,
        /// Microsoft 365 groups that can be restored for 30 days.
        DELETED_GROUPS,
        APPLICATIONS,
        SUBSCRIBED_SKUS
    }

    /// The members of one group, each with its type.
    ///
    /// @param groupId its id
    public record MembersOf(String groupId) implements Collection {

        public MembersOf {
            if (groupId.isBlank()) {
                throw new IllegalArgumentException("groupId: must not be empty");
            }
        }
    }

    /// Who may use a user's calendar, each with a name and an address: Exchange's cmdlet says the name alone.
    ///
    /// @param userId the user's id
    public record CalendarPermissionsOf(String userId) implements Collection {

        public CalendarPermissionsOf {
            if (userId.isBlank()) {
                throw new IllegalArgumentException("userId: must not be empty");
            }
        }
    }

    /// What is in a user's mailbox.
    ///
    /// @param userId the user's id or name to sign in with
    public record InMailbox(String userId, Part part) implements Collection {

        public InMailbox {
            if (userId.isBlank()) {
                throw new IllegalArgumentException("userId: must not be empty");
            }
        }

        /// Which part of it.
        public sealed interface Part {}

        /// What there is one of.
        public enum Whole implements Part {
            /// Folders for messages, without those below them.
            FOLDERS,
            /// Appointments of the calendar; of a series the one that all of them follow.
            EVENTS,
            CONTACTS,
            TASK_LISTS
        }

        /// The messages of a folder.
        ///
        /// @param folder its id, or its name where every mailbox has it, such as `inbox`
        public record MessagesIn(String folder) implements Part {}

        /// The tasks of a list.
        ///
        /// @param list its id
        public record TasksIn(String list) implements Part {}
    }

    /// Collections of one domain.
    ///
    /// @param domain its name, which is its id
    public record OfDomain(String domain, Part part) implements Collection {

        public OfDomain {
            if (domain.isBlank()) {
                throw new IllegalArgumentException("domain: must not be empty");
            }
        }

        /// Which one.
        public enum Part {
            /// Objects that keep the domain from being removed.
            NAME_REFERENCES,
            /// DNS records that the services used with the domain need.
            SERVICE_RECORDS,
            /// DNS records that prove whose domain it is.
            VERIFICATION_RECORDS;

            boolean isOfRecords() {
                return this != NAME_REFERENCES;
            }
        }
    }
}
