package dev.caravan.orchestrator.run;

/// Where a run stands as a whole. Its methods are the legal transitions.
public sealed interface RunState {

    /// On the way to its end, or there: may be backed out.
    sealed interface Forward extends RunState {
        default BackingOut backOut() {
            return new BackingOut();
        }
    }

    /// Not at an end: may have to wait until people have looked at a fault.
    sealed interface Unfinished extends RunState {
        default Parked park(Fault fault) {
            return new Parked(fault, this);
        }
    }

    /// May do things of its own accord, and be told not to.
    sealed interface Acting extends Unfinished {
        Unfinished pause();
    }

    /// Steps start as soon as what they need is over.
    record Running() implements Forward, Acting {
        @Override
        public Paused pause() {
            return new Paused();
        }

        public Failing fail() {
            return new Failing();
        }

        public Completed complete() {
            return new Completed();
        }
    }

    /// A step has failed; no step starts, and those under way finish.
    record Failing() implements Forward, Acting {
        @Override
        public Paused pause() {
            return new Paused();
        }

        public Running recover() {
            return new Running();
        }

        public Failed settle() {
            return new Failed();
        }
    }

    /// A step has failed and no other is under way: a person decides.
    record Failed() implements Forward, Acting {
        @Override
        public Paused pause() {
            return new Paused();
        }

        public Running recover() {
            return new Running();
        }
    }

    /// Nothing new is issued and no timer acts; outcomes and answers are still folded.
    record Paused() implements Forward, Unfinished {
        public Running resume() {
            return new Running();
        }
    }

    /// Every step is over.
    record Completed() implements Forward {}

    /// Dispatch under way are awaited, then changes are taken back in reverse order of dependencies.
    record BackingOut() implements Acting {
        @Override
        public BackOutPaused pause() {
            return new BackOutPaused();
        }

        public BackOutFailed fail() {
            return new BackOutFailed();
        }

        public BackedOut finish() {
            return new BackedOut();
        }
    }

    /// As `Paused`, on the way back.
    record BackOutPaused() implements Unfinished {
        public BackingOut resume() {
            return new BackingOut();
        }
    }

    /// An undo has failed and no other is under way: a person retries it or goes on without it.
    record BackOutFailed() implements Acting {
        @Override
        public BackOutPaused pause() {
            return new BackOutPaused();
        }

        public BackingOut recover() {
            return new BackingOut();
        }
    }

    /// All that could be taken back has been.
    record BackedOut() implements RunState {}

    /// Something about the run could not be read or folded; it stands still until a person has looked at it.
    record Parked(Fault fault, Unfinished was) implements RunState {
        public Unfinished unpark() {
            return was;
        }
    }
}
