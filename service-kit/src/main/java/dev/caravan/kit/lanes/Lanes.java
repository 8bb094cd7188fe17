package dev.caravan.kit.lanes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The book that a worker keeps of its commands: what may start, what has to wait, which partitions have to pause and
/// how far each of them is finished. Lanes take turns, so that an account with much to do delays no other.
///
/// It knows neither threads nor Kafka and is not safe for concurrent use: whoever uses it holds a lock.
///
/// @param <W> the command
public final class Lanes<W> {

    private final LaneLimits limits;
    private final Map<Integer, Progress> progress = new HashMap<>();
    private final Map<String, Lane<W>> lanes = new LinkedHashMap<>();
    private final Set<Ticket<W>> running = new HashSet<>();
    private long waitingBytes;
    private long assignments;

    public Lanes(LaneLimits limits) {
        this.limits = limits;
    }

    /// The partition is ours from now on.
    public void assigned(int partition) {
        progress.put(partition, new Progress(++assignments));
    }

    /// A command has arrived and waits for its turn.
    public void arrived(int partition, long offset, String lane, int bytes, W work) {
        var assignment = assignment(partition);
        assignment.arrived(offset);
        var ticket = new Ticket<>(partition, assignment.assignment(), offset, lane, bytes, work);
        lanes.computeIfAbsent(lane, _ -> new Lane<>()).add(ticket);
        waitingBytes += bytes;
    }

    /// What is to be started now: one of each lane in turn, as long as there is room.
    public List<Ticket<W>> start() {
        var started = new ArrayList<Ticket<W>>();
        var turn = new ArrayList<>(lanes.keySet());
        for (var lane = 0; lane < turn.size() && running.size() < limits.runningMax(); lane++) {
            if (startOne(turn.get(lane), started)) {
                turn.add(turn.get(lane));
            }
        }
        return started;
    }

    /// The command is done with, whatever came of it.
    public void finished(Ticket<W> ticket) {
        ended(ticket);
        if (isOurs(ticket)) {
            assignment(ticket.partition()).finished(ticket.offset());
        }
    }

    /// The command was stopped and is to be delivered again.
    public void abandoned(Ticket<W> ticket) {
        ended(ticket);
    }

    /// The partitions are to be given back: nothing of them starts any more.
    ///
    /// @return what is still running and has to be stopped
    public List<Ticket<W>> stop(Set<Integer> partitions) {
        lanes.values().forEach(lane -> waitingBytes -= lane.drop(ticket -> partitions.contains(ticket.partition())));
        lanes.values().removeIf(Lane::isIdle);
        return running.stream()
                .filter(ticket -> partitions.contains(ticket.partition()) && isOurs(ticket))
                .toList();
    }

    /// The partitions are no longer ours.
    public void forget(Set<Integer> partitions) {
        partitions.forEach(progress::remove);
    }

    /// Which partitions have to pause, because what they bring would only wait.
    public Set<Integer> full() {
        if (waitingBytes >= limits.waitingBytesMax()) {
            return Set.copyOf(progress.keySet());
        }
        var full = new HashSet<Integer>();
        lanes.values().stream()
                .filter(lane -> lane.waiting() >= limits.waitingPerLaneMax())
                .forEach(lane -> full.addAll(lane.partitions()));
        return full;
    }

    /// Positions to commit, by partition: only those that have moved since they were last asked for.
    public Map<Integer, Long> advance() {
        var positions = new HashMap<Integer, Long>();
        progress.forEach((partition, made) -> made.advance().ifPresent(position -> positions.put(partition, position)));
        return positions;
    }

    /// How many commands are running.
    public int running() {
        return running.size();
    }

    /// How many commands are waiting.
    public int waiting() {
        return lanes.values().stream().mapToInt(Lane::waiting).sum();
    }

    private boolean startOne(String name, List<Ticket<W>> started) {
        var lane = lanes.get(name);
        if (lane == null || !lane.mayStart(limits.runningPerLaneMax())) {
            return false;
        }
        var ticket = lane.start();
        waitingBytes -= ticket.bytes();
        running.add(ticket);
        started.add(ticket);
        lanes.remove(name);
        lanes.put(name, lane);
        return true;
    }

    private void ended(Ticket<W> ticket) {
        if (!running.remove(ticket)) {
            throw new IllegalArgumentException("offset " + ticket.offset() + " is not running");
        }
        var lane = lanes.get(ticket.lane());
        if (lane != null) {
            lane.ended();
        }
        lanes.values().removeIf(Lane::isIdle);
    }

    private boolean isOurs(Ticket<W> ticket) {
        var made = progress.get(ticket.partition());
        return made != null && made.assignment() == ticket.assignment();
    }

    private Progress assignment(int partition) {
        var made = progress.get(partition);
        if (made == null) {
            throw new IllegalArgumentException("partition " + partition + " is not ours");
        }
        return made;
    }
}
