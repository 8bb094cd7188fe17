/// How people and programs change anything: each request is one record, written once however often it is sent.
@NullMarked
package dev.caravan.orchestrator.console.writes;

import org.jspecify.annotations.NullMarked;
