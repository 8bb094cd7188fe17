package dev.caravan.mailbox.trial;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something in a test mailbox, as far as a trial looks at it: a copy has the same kind and name.
///
/// @param name the subject, title or name that people see
public record TestItem(Kind kind, String name) {

    /// What there is in a mailbox.
    public enum Kind {
        SENT_LETTER("sentLetter", "letter that was sent"),
        RECEIVED_LETTER("receivedLetter", "letter that was received"),
        FILED_LETTER("filedLetter", "letter in a folder of its own"),
        APPOINTMENT("appointment", "appointment"),
        SERIES("series", "series of appointments"),
        CONTACT("contact", "contact"),
        TASK("task", "task");

        private static final Set<Kind> LETTERS = Set.of(SENT_LETTER, RECEIVED_LETTER, FILED_LETTER);

        private final String word;
        private final String inWords;

        Kind(String word, String inWords) {
            this.word = word;
            this.inWords = inWords;
        }

        /// As plans and ledger write it.
        String word() {
            return word;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no item of a mailbox is called " + word));
        }

        /// What a pass of mail copies.
        public static Set<Kind> letters() {
            return LETTERS;
        }

        /// What a full pass copies.
        public static Set<Kind> all() {
            return Stream.of(values()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// For people.
    String inWords() {
        return "%s \"%s\"".formatted(kind.inWords, name);
    }
}
