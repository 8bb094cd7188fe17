package dev.caravan.simulator.dns.master;

import java.util.List;

/// What the file says between two ends of line that no parenthesis bridges.
///
/// @param line where it starts, from 1
/// @param start where it starts in the file's text
/// @param end where it ends, the end of line included
/// @param indented true if it begins with a blank, which means the owner before
/// @param tokens none for an empty line or a comment
record Statement(int line, int start, int end, boolean indented, List<Token> tokens) {}
