package dev.caravan.kit.loop;

import org.jspecify.annotations.Nullable;

/// Asks one running command to stop at the next point where nothing is lost by it: before a remote call, or in a pause.
final class StopSignal {

    private boolean stopped;
    private @Nullable Thread resting;

    synchronized void stop() {
        stopped = true;
        if (resting != null) {
            resting.interrupt();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /// Runs a pause, which the signal ends early.
    void rest(Runnable pause) {
        if (!begin()) {
            return;
        }
        try {
            pause.run();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (!stopped) {
            resting = Thread.currentThread();
        }
        return !stopped;
    }

    private synchronized void end() {
        resting = null;
        if (stopped) {
            // The interrupt was meant for the pause alone: what the thread still has to tell must not fail by it.
            Thread.interrupted();
        }
    }
}
