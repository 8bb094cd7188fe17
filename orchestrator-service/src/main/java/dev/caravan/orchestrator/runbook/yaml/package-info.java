/// Reads runbooks from YAML and remembers where everything stood, so that all problems can be told at once with line
/// and
/// column.
@NullMarked
package dev.caravan.orchestrator.runbook.yaml;

import org.jspecify.annotations.NullMarked;
