/// Commands that are a program of another module, run as a child that has the terminal.
@NullMarked
package dev.caravan.launcher.tools;

import org.jspecify.annotations.NullMarked;
