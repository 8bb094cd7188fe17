package dev.caravan.license.project;

import java.util.List;
import java.util.Optional;

/// What is there for a run.
///
/// @param customer whose primary domain is the run's first one
/// @param endpoints the customer's
/// @param projects the customer's
public record Holdings(Optional<Customer> customer, List<Endpoint> endpoints, List<Project> projects) {

    public static final Holdings NONE = new Holdings(Optional.empty(), List.of(), List.of());

    public Holdings {
        endpoints = List.copyOf(endpoints);
        projects = List.copyOf(projects);
    }

    public Optional<Endpoint> endpoint(String name) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst();
    }

    public Optional<Project> project(String name) {
        return projects.stream().filter(project -> project.name().equals(name)).findFirst();
    }
}
