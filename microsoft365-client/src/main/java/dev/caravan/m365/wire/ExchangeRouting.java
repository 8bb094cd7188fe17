package dev.caravan.m365.wire;

/// By which of its interfaces Exchange Online is talked to.
public enum ExchangeRouting {
    /// By `adminapi/beta/{tenant}/InvokeCommand` alone, which knows every cmdlet and is not
    /// documented.
    INVOKE_COMMAND,
    /// By the documented endpoints of `adminapi/v2.0` for what they know, otherwise by
    /// `InvokeCommand`.
    DOCUMENTED_FIRST
}
