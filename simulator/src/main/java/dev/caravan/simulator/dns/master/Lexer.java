package dev.caravan.simulator.dns.master;

import java.util.ArrayList;
import java.util.List;

/// Cuts a master file into statements: quotes, escapes, comments and parentheses of RFC 1035 section 5.1.
final class Lexer {

    private final String text;
    private final Problems problems;
    private int at;
    private int line = 1;

    private Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    static List<Statement> statements(String text, Problems problems) {
        Lexer lexer = new Lexer(text, problems);
        List<Statement> statements = new ArrayList<>();
        while (lexer.at < text.length()) {
            statements.add(lexer.statement());
        }
        return statements;
    }

    private Statement statement() {
        int start = at;
        int startLine = line;
        boolean indented = isBlank(text.charAt(at));
        List<Token> tokens = new ArrayList<>();
        int open = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\n') {
                at++;
                line++;
                if (open == 0) {
                    return new Statement(startLine, start, at, indented, tokens);
                }
            } else if (isBlank(next)) {
                at++;
            } else if (next == ';') {
                skipComment();
            } else if (next == '(') {
                at++;
                open++;
            } else if (next == ')') {
                at++;
                open = closed(open);
            } else {
                tokens.add(next == '"' ? quoted() : word());
            }
        }
        if (open > 0) {
            problems.add(startLine, "a parenthesis is not closed");
        }
        return new Statement(startLine, start, at, indented, tokens);
    }

    private int closed(int open) {
        if (open == 0) {
            problems.add(line, "a parenthesis is closed that was not opened");
        }
        return Math.max(0, open - 1);
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private Token quoted() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\n') {
                problems.add(line, "a quoted string is not closed");
                return new Token(start, at, text.substring(start, at) + '"');
            }
            skipCharacter();
        }
        if (at >= text.length()) {
            problems.add(line, "a quoted string is not closed");
            return new Token(start, at, text.substring(start, at) + '"');
        }
        at++;
        return new Token(start, at, text.substring(start, at));
    }

    private Token word() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            skipCharacter();
        }
        return new Token(start, at, text.substring(start, at));
    }

    private void skipCharacter() {
        boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n';
        at += escape ? 2 : 1;
    }

    private static boolean endsWord(char next) {
        return isBlank(next) || next == '\n' || next == ';' || next == '(' || next == ')' || next == '"';
    }

    private static boolean isBlank(char next) {
        return next == ' ' || next == '\t' || next == '\r';
    }
}
