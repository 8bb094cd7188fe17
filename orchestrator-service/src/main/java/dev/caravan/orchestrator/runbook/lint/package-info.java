/// Finds what is wrong with a runbook before anybody relies on it: one small rule for each mistake that people make.
@NullMarked
package dev.caravan.orchestrator.runbook.lint;

import org.jspecify.annotations.NullMarked;
