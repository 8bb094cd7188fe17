/// Holds calls of Microsoft Graph against Microsoft's own description of it. For tests only: begin with
/// [dev.caravan.graph.contract.GraphContract].
@NullMarked
package dev.caravan.graph.contract;

import org.jspecify.annotations.NullMarked;
