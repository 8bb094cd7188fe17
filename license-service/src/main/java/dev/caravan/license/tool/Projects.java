package dev.caravan.license.tool;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Endpoint;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.Project;

/// Customers of the workgroup, with their endpoints and projects.
public interface Projects {

    /// What is there of the customer whose primary domain is the label's.
    Outcome<Holdings> holdings(Label label, Call call);

    Outcome<Customer> addCustomer(String primaryDomain, String companyName, Call call);

    /// A way into a Microsoft 365 tenant.
    Outcome<Endpoint> addEndpoint(Customer customer, String name, Application application, Call call);

    /// @param advancedOptions with spaces between them
    record NewProject(
            String name,
            Endpoint source,
            Application sourceApplication,
            Endpoint destination,
            Application destinationApplication,
            String advancedOptions) {}

    Outcome<Project> addProject(Customer customer, NewProject project, Call call);

    /// Its items go with it.
    Outcome<String> removeProject(Project project, Call call);

    Outcome<String> removeEndpoint(Customer customer, Endpoint endpoint, Call call);

    Outcome<String> removeCustomer(Customer customer, Call call);
}
