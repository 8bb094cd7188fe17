package dev.caravan.kit.testing.broken.names;

record ThingManager(String thing) {}
