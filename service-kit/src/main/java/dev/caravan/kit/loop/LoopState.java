package dev.caravan.kit.loop;

import java.util.Set;

/// Where the loop stands.
sealed interface LoopState {

    /// Something has to be there first, which others put there.
    record Waiting(String what) implements LoopState {}

    /// It is a member of its group; with more members than partitions some members have none.
    record Joined(Set<Integer> partitions) implements LoopState {}

    /// It takes no commands any more.
    record Stopped() implements LoopState {}
}
