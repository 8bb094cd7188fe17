package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// What an answer says about how much more its host will carry.
public sealed interface Said {

    /// The host did what it was asked, or said why it would not.
    record Carried(Fill fill) implements Said {}

    /// The host did nothing and wants to be left alone.
    ///
    /// @param retryAfter for how long
    record Throttled(Duration retryAfter, Reach reach, Counted counted) implements Said {}

    /// The host is not well, which says nothing about how much it carries.
    ///
    /// @param retryAfter for how long it wants to be left alone; nothing when it does not say so
    record Unwell(Duration retryAfter) implements Said {}

    /// Who is throttled.
    enum Reach {
        /// The application in this tenant.
        TENANT,
        /// The application in all tenants.
        APPLICATION
    }

    /// What there were too many of.
    enum Counted {
        UNITS,
        WRITES,
        UNSAID
    }

    /// How full the host says that its count is.
    sealed interface Fill {

        record Unsaid() implements Fill {}

        /// Graph: the share of the limit that is used, from 0.8 on; above 1 is too much.
        record Used(double share) implements Fill {}

        /// Exchange Online: what is left until the count starts anew.
        ///
        /// @param of what was there when the count began, where that is said
        record Left(long remaining, OptionalLong of, Instant reset) implements Fill {}
    }
}
