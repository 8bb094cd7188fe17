package dev.caravan.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;

/// Prints lines that stay and one status line that does not; where the output is no terminal, the status is printed now
/// and then as a line of its own.
public final class Terminal {

    private static final String CLEAR_LINE = "\r\033[2K";
    private static final Duration PLAIN_STATUS_EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean live;
    private final int columnsMax;
    private String status = "";
    private long plainStatusAt = System.nanoTime();

    Terminal(PrintStream out, boolean live, int columnsMax) {
        this.out = out;
        this.live = live;
        this.columnsMax = columnsMax;
    }

    /// Standard output, rewritten in place only where a person looks at it.
    public static Terminal standard() {
        var console = System.console();
        var live = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        var columns = System.getenv("COLUMNS");
        return new Terminal(System.out, live, columns == null ? 100 : Integer.parseInt(columns));
    }

    /// A line that stays.
    public synchronized void line(String text) {
        if (live && !status.isEmpty()) {
            out.print(CLEAR_LINE);
        }
        out.println(text);
        drawStatus();
        out.flush();
    }

    /// What goes on at the moment; empty for nothing.
    public synchronized void status(String text) {
        if (text.equals(status)) {
            return;
        }
        status = text;
        if (live) {
            out.print(CLEAR_LINE);
            drawStatus();
        } else if (!text.isEmpty() && System.nanoTime() - plainStatusAt > PLAIN_STATUS_EVERY.toNanos()) {
            plainStatusAt = System.nanoTime();
            out.println(text);
        }
        out.flush();
    }

    private void drawStatus() {
        if (live && !status.isEmpty()) {
            out.print(status.length() <= columnsMax ? status : status.substring(0, columnsMax - 1) + "…");
        }
    }
}
