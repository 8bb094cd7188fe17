/// JSON over HTTP, as everything that the launcher talks to speaks it.
@NullMarked
package dev.caravan.launcher.web;

import org.jspecify.annotations.NullMarked;
