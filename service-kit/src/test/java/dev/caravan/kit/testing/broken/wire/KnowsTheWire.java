package dev.caravan.kit.testing.broken.wire;

import dev.caravan.schemas.common.Change;

record KnowsTheWire(Change change) {}
