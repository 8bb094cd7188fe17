package dev.caravan.simulator.traffic;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param traffic the file that every call of Graph is written to as it was sent; without one none is
@ConfigurationProperties("simulator.graph")
record TrafficSettings(@Nullable Path traffic) {}
