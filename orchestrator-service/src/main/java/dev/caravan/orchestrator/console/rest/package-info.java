/// The REST interface: what integrators, the command line and the pages use. Its contract is the generated OpenAPI.
@NullMarked
package dev.caravan.orchestrator.console.rest;

import org.jspecify.annotations.NullMarked;
