/// What runbooks say, on a command line: without Spring, without Kafka, ready at once.
@NullMarked
package dev.caravan.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
