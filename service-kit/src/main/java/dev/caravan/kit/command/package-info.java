/// What a command is to those who handle it: its header, its connection, its handlers and their outcome. Pure.
@NullMarked
package dev.caravan.kit.command;

import org.jspecify.annotations.NullMarked;
