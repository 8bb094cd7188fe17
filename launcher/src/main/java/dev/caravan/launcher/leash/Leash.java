package dev.caravan.launcher.leash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// The main class of every child process: runs the real one, and ends the process when its standard input does.
///
/// The parent holds the other end of that pipe, so that even a parent killed with `kill -9` leaves nothing running.
/// Ctrl-C reaches the whole terminal group; children ignore it, because the parent stops them in the right order.
///
/// Arguments: the real main class, then its arguments.
public final class Leash {

    private static final Duration STOP_MAX = Duration.ofSeconds(8);
    private static final int STATUS_TERMINATED = 143;

    private Leash() {}

    public static void main(String[] arguments) throws Throwable {
        ignoreTheTerminal();
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithParent);
        var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) rest);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private static void ignoreTheTerminal() {
        for (var name : new String[] {"INT", "HUP"}) {
            try {
                Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
            } catch (IllegalArgumentException unknownHere) {
                System.err.println("Signal " + name + " stays as it is: " + unknownHere.getMessage());
            }
        }
    }

    private static void endWithParent() {
        waitForTheEndOfInput();
        Thread.ofPlatform().daemon().name("leash-limit").start(Leash::haltWhenStuck);
        System.exit(STATUS_TERMINATED);
    }

    private static void waitForTheEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent writes means that it lives
            }
        } catch (IOException closed) {
            System.err.println("Standard input is gone: " + closed.getMessage());
        }
    }

    private static void haltWhenStuck() {
        try {
            Thread.sleep(STOP_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS_TERMINATED);
    }
}
