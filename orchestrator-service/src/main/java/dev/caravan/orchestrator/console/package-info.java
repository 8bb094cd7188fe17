/// The orchestrator towards people and programs: REST, server-sent events and pages. It answers from views that it
/// holds
/// in memory and asks by writing to topics; it never touches a run itself.
@NullMarked
package dev.caravan.orchestrator.console;

import org.jspecify.annotations.NullMarked;
