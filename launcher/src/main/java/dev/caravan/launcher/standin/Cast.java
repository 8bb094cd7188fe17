package dev.caravan.launcher.standin;

import java.util.List;
import java.util.Set;

/// The people that the stand-in plays: one who asks for the run, and enough others for four eyes.
public final class Cast {

    public static final String REQUESTER = "Mara Lindqvist";

    private static final List<String> APPROVERS = List.of("Ida Vogel", "Tomas Brandt");
    private static final String ENGINEER = "Jonas Weber";
    private static final String CUSTOMER = "Dana Reyes";

    private Cast() {}

    /// Somebody who has not approved yet and has not asked for the run.
    static String approver(List<String> approvedBy, String requestedBy) {
        var excluded = Set.copyOf(approvedBy);
        return APPROVERS.stream()
                .filter(person -> !excluded.contains(person) && !person.equals(requestedBy))
                .findFirst()
                .orElse(ENGINEER);
    }

    /// Whose task it is.
    static String assignee(String role) {
        return switch (role) {
            case "migration-lead" -> REQUESTER;
            case "customer-it" -> CUSTOMER;
            default -> ENGINEER;
        };
    }

    /// Who tries again what has failed.
    static String engineer() {
        return ENGINEER;
    }
}
