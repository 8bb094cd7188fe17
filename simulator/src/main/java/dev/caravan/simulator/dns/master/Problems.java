package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.world.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The problems of one file, as they are found.
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String message) {
        found.add(new Problem(file, line, message));
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    boolean none() {
        return found.isEmpty();
    }
}
