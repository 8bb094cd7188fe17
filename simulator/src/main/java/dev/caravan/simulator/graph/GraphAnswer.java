package dev.caravan.simulator.graph;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What is answered.
sealed interface GraphAnswer {

    int status();

    JsonNode body();

    /// @param body a missing node where nothing is answered
    record Good(int status, JsonNode body) implements GraphAnswer {

        /// Done, and nothing to say.
        static Good nothing() {
            return new Good(204, MissingNode.getInstance());
        }
    }

    /// @param at the simulated instant at which it was answered
    record Bad(GraphError error, Instant at) implements GraphAnswer {

        @Override
        public int status() {
            return error.status();
        }

        @Override
        public JsonNode body() {
            return error.body(at);
        }
    }
}
