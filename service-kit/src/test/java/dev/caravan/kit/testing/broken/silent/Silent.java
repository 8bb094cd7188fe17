package dev.caravan.kit.testing.broken.silent;

record Silent() {}
