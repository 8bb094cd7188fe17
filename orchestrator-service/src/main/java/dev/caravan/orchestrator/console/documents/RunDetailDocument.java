package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// One run with all its steps, in the order of its runbook.
public record RunDetailDocument(@JsonUnwrapped RunDocument run, List<StepDocument> steps) {}
