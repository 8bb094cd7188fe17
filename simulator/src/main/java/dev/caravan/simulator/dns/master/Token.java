package dev.caravan.simulator.dns.master;

/// A word of a master file as it is written, quotes and escapes included.
///
/// @param start where it starts in the file's text
/// @param end where it ends, exclusive
record Token(int start, int end, String text) {}
