/// The public story of a run, passed on to other systems. Spring Cloud Stream carries it in an application context of
/// its own, because its defaults for serializers and transactions would change everybody else's.
@NullMarked
package dev.caravan.orchestrator.integration;

import org.jspecify.annotations.NullMarked;
