package dev.caravan.simulator.graph;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What is answered.
sealed interface GraphAnswer {

    int status();

    JsonNode body();

    /// Headers beside those that every answer has.
    Map<String, String> headers();

    /// The same with more headers.
    GraphAnswer with(Map<String, String> more);

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        Map<String, String> both = new TreeMap<>(some);
        both.putAll(others);
        return both;
    }

    /// @param body a missing node where nothing is answered
    record Good(int status, JsonNode body, Map<String, String> headers) implements GraphAnswer {

        Good(int status, JsonNode body) {
            this(status, body, Map.of());
        }

        @Override
        public GraphAnswer with(Map<String, String> more) {
            return new Good(status, body, both(headers, more));
        }

        /// Done, and nothing to say.
        static Good nothing() {
            return new Good(204, MissingNode.getInstance());
        }
    }

    /// @param at the simulated instant at which it was answered
    record Bad(GraphError error, Instant at, Map<String, String> headers) implements GraphAnswer {

        Bad(GraphError error, Instant at) {
            this(error, at, error.headers());
        }

        @Override
        public GraphAnswer with(Map<String, String> more) {
            return new Bad(error, at, both(headers, more));
        }

        @Override
        public int status() {
            return error.status();
        }

        @Override
        public JsonNode body() {
            return error.body(at);
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

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public GraphAnswer with(Map<String, String> more) {
            return this;
        }
    }
}
