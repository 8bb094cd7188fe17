package dev.caravan.kit.testing.broken.tangled.right;

import dev.caravan.kit.testing.broken.tangled.left.Left;
import java.util.Optional;

public record Right(Optional<Left> left) {}
