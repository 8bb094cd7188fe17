package dev.caravan.inventory.tenant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Something that refers to a domain, for which its removal would be refused.
///
/// @param id stable; of a child domain its name
/// @param displayName for people
/// @param references what of it refers to the domain, as the tenant writes it
public record Dependency(DomainName domain, Type type, String id, String displayName, List<String> references) {

    public Dependency {
        references = List.copyOf(references);
    }

    /// What refers to it.
    public enum Type {
        USER("user"),
        GROUP("group"),
        APPLICATION("application"),
        CONTACT("contact"),
        MAIL_USER("mailUser"),
        PUBLIC_FOLDER("publicFolder"),
        DELETED_USER("deletedUser"),
        DELETED_GROUP("deletedGroup"),
        CHILD_DOMAIN("domain");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isDeleted() {
            return this == DELETED_USER || this == DELETED_GROUP;
        }

        /// What only Exchange knows.
        public boolean isOtherRecipient() {
            return this == CONTACT || this == MAIL_USER || this == PUBLIC_FOLDER;
        }
    }

    /// The directory and Exchange both show most objects: each once, with what either of them knows.
    public static List<Dependency> merged(Collection<Dependency> found) {
        var merged = new LinkedHashMap<String, Dependency>();
        for (var one : found) {
            merged.merge(one.domain() + " " + one.id(), one, Dependency::and);
        }
        return new ArrayList<>(merged.values());
    }

    private Dependency and(Dependency other) {
        return new Dependency(
                domain,
                type,
                id,
                displayName,
                Stream.concat(references.stream(), other.references().stream())
                        .distinct()
                        .toList());
    }
}
