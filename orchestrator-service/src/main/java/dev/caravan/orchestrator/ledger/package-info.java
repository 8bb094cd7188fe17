/// What each step changed of which property of which object, before and after: the source of every undo, and of the
/// answer to "why does this mailbox look so?". Pure; where the lines are kept is the stream's business.
@NullMarked
package dev.caravan.orchestrator.ledger;

import org.jspecify.annotations.NullMarked;
