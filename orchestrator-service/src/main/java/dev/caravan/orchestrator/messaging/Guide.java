package dev.caravan.orchestrator.messaging;

import java.util.List;

/// Numbers of the source guide as the records carry them.
final class Guide {

    private Guide() {}

    static List<Integer> numbers(List<String> guide) {
        return guide.stream()
                .filter(number -> number.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .toList();
    }
}
