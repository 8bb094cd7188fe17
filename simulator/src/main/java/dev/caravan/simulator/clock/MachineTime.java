package dev.caravan.simulator.clock;

import java.time.Instant;

/// The machine's own time, which everything simulated is counted from.
interface MachineTime {

    MachineTime SYSTEM = new MachineTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    };

    /// Nanoseconds that only grow, from nowhere in particular; what is counted by while the process lives.
    long nanos();

    /// The date, only for what is kept over a restart.
    Instant instant();
}
