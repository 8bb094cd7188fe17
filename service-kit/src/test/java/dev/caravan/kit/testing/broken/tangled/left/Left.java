package dev.caravan.kit.testing.broken.tangled.left;

import dev.caravan.kit.testing.broken.tangled.right.Right;

public record Left(Right right) {}
