package dev.caravan.simulator.graph;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What is answered.
sealed interface GraphAnswer {

    int status();

    JsonNode body();

    /// Headers beside those that every answer has.
    default Map<String, String> headers() {
        return Map.of();
    }

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

        @Override
        public Map<String, String> headers() {
            return error.headers();
        }
    }

    /// Whatever was done, nobody hears of it.
    record Lost() implements GraphAnswer {

        @Override
        public int status() {
            return 0;
        }

        @Override
        public JsonNode body() {
            return MissingNode.getInstance();
        }
    }
}
