/// One Kafka broker and controller in a process of its own, from Kafka's own jars.
@NullMarked
package dev.caravan.launcher.broker;

import org.jspecify.annotations.NullMarked;
