/// The dashboard: what a migration lead sees and clicks. Pages read views and write through the REST interface.
@NullMarked
package dev.caravan.orchestrator.console.pages;

import org.jspecify.annotations.NullMarked;
