package dev.caravan.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How far an errand has come: counts and the chunks that are not done, never its objects.
///
/// @param cut how far its objects are cut into chunks
/// @param chunks those that are not done, by number
/// @param facts told so far, over all chunks
/// @param deadline until when a check goes on asking
/// @param attemptsBefore the highest attempt number of earlier rounds, so that no command id is used twice
/// @param attemptsUsed the highest attempt number so far
/// @param triedBefore how often its objects were tried in earlier rounds
public record Progress(
        Cut cut,
        List<Chunk> chunks,
        Tally tally,
        Map<String, Object> facts,
        Optional<Instant> deadline,
        int attemptsBefore,
        int attemptsUsed,
        int triedBefore) {

    /// How far the objects are cut.
    ///
    /// @param next number of the next chunk
    /// @param afterKey last key of the chunk before
    public record Cut(int next, Optional<String> afterKey, Phase phase) {

        /// Whether there is more to cut.
        public enum Phase {
            /// There may be more.
            OPEN,
            /// The next chunk has been asked for.
            ASKED,
            /// There is no more.
            FINISHED
        }

        static final Cut START = new Cut(0, Optional.empty(), Phase.OPEN);

        Cut asked() {
            return new Cut(next, afterKey, Phase.ASKED);
        }
    }

    public Progress {
        chunks = List.copyOf(chunks);
        facts = Ordered.copy(facts);
    }

    /// Of an errand over objects that are still to be cut.
    static Progress uncut(Tally tally, Optional<Instant> deadline, int attemptsBefore) {
        return new Progress(
                Cut.START, List.of(), tally, Map.of(), deadline, attemptsBefore, attemptsBefore, tally.attempts());
    }

    /// Of an errand over nothing: one command does it.
    static Progress whole(Tally tally, Optional<Instant> deadline, int attemptsBefore) {
        return uncut(tally, deadline, attemptsBefore).cut(ChunkRange.NONE, true, true);
    }

    public boolean isInFlight() {
        return chunks.stream().anyMatch(Chunk::isInFlight);
    }

    boolean isBroken() {
        return chunks.stream().anyMatch(Chunk::isBroken);
    }

    /// Nothing more happens to it unless a person acts.
    boolean isStuck() {
        return isBroken() && chunks.stream().allMatch(Chunk::isBroken) && cut.phase != Cut.Phase.ASKED;
    }

    boolean isFinished() {
        return chunks.isEmpty() && cut.phase == Cut.Phase.FINISHED;
    }

    boolean isAskedFor(int chunk) {
        return cut.phase == Cut.Phase.ASKED && cut.next == chunk;
    }

    boolean wantsChunk(int window) {
        return cut.phase == Cut.Phase.OPEN && chunks.size() < window && !isBroken();
    }

    Optional<Chunk> chunk(int number) {
        return chunks.stream().filter(chunk -> chunk.number() == number).findFirst();
    }

    /// The chunk whose outcome this attempt is, if nobody has answered it yet.
    Optional<Chunk> inFlight(int number, int attempt) {
        return chunk(number).filter(chunk -> chunk.isInFlight() && chunk.attempt() == attempt);
    }

    /// One more command of this chunk is issued.
    Progress issued(Chunk held, Instant notAfter) {
        var issued = held.issued(notAfter);
        var used = Math.max(attemptsUsed, issued.attempt());
        var changed = with(issued);
        return new Progress(
                cut, changed.chunks, tally.issued(issued.tried()), facts, deadline, attemptsBefore, used, triedBefore);
    }

    Progress cutAsked() {
        return new Progress(cut.asked(), chunks, tally, facts, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }

    /// Folds the next chunk; one that is not there ends the cutting.
    Progress cut(ChunkRange range, boolean isThere, boolean isLast) {
        var phase = isLast || !isThere ? Cut.Phase.FINISHED : Cut.Phase.OPEN;
        if (!isThere) {
            return new Progress(
                    new Cut(cut.next, cut.afterKey, phase),
                    chunks,
                    tally,
                    facts,
                    deadline,
                    attemptsBefore,
                    attemptsUsed,
                    triedBefore);
        }
        var more = new ArrayList<>(chunks);
        more.add(Chunk.cut(cut.next, range, attemptsBefore, triedBefore));
        var next = new Cut(cut.next + 1, Optional.of(range.toKey()), phase);
        return new Progress(next, more, tally, facts, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }

    Progress with(Chunk changed) {
        return each(chunk -> chunk.number() == changed.number() ? changed : chunk);
    }

    Progress each(UnaryOperator<Chunk> change) {
        return new Progress(
                cut,
                chunks.stream().map(change).toList(),
                tally,
                facts,
                deadline,
                attemptsBefore,
                attemptsUsed,
                triedBefore);
    }

    Progress without(Chunk done) {
        var left =
                chunks.stream().filter(chunk -> chunk.number() != done.number()).toList();
        return new Progress(cut, left, tally, facts, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }

    Progress with(Tally now) {
        return new Progress(cut, chunks, now, facts, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }

    Progress withFacts(Map<String, Object> now) {
        return new Progress(cut, chunks, tally, now, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }

    /// For a person's retry: only what failed is tried again.
    Progress retried(Optional<Instant> newDeadline) {
        var again = each(chunk -> chunk.isBroken() ? chunk.retried() : chunk);
        return new Progress(
                again.cut,
                again.chunks,
                tally.objectsFailed(0),
                facts,
                newDeadline,
                attemptsBefore,
                attemptsUsed,
                triedBefore);
    }

    /// From the first object again, with chunk numbers that go on.
    Progress recut() {
        var start = new Cut(cut.next, Optional.empty(), Cut.Phase.OPEN);
        return new Progress(start, chunks, tally, facts, deadline, attemptsBefore, attemptsUsed, triedBefore);
    }
}
