/// Broker, registry, simulator and services as processes of this machine, and what has to be laid before services
/// start.
@NullMarked
package dev.caravan.launcher.platform;

import org.jspecify.annotations.NullMarked;
