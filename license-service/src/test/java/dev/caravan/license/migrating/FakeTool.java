package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Licence;
import dev.caravan.license.item.Pair;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassOrder;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Endpoint;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.Project;
import dev.caravan.license.tool.Application;
import dev.caravan.license.tool.Items;
import dev.caravan.license.tool.Licences;
import dev.caravan.license.tool.MigrationTool;
import dev.caravan.license.tool.Passes;
import dev.caravan.license.tool.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A workgroup in memory. A pass is at once as the test says that the next ones end, and else completed.
public final class FakeTool implements MigrationTool, Projects, Items, Licences, Passes {

    private final List<String> effects = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Pass> passes = new ArrayList<>();
    private final List<PassOrder> orders = new ArrayList<>();
    private final List<NewProject> made = new ArrayList<>();
    private final Map<String, Licence> licences = new HashMap<>();
    private final Map<String, Integer> errors = new HashMap<>();
    private final Deque<PassStatus> ends = new ArrayDeque<>();
    private Optional<Customer> customer = Optional.empty();
    private boolean keepsMarks = true;
    private Duration took = Duration.ZERO;
    private int available = 3;

    FakeTool project(String... addresses) {
        customer = Optional.of(new Customer("customer", "organization", "a.example"));
        projects.add(new Project("project", "Caravan a.example"));
        for (var address : addresses) {
            items.add(new Item("item-" + address, address, "to-" + address, ""));
        }
        return this;
    }

    FakeTool otherProject(String name) {
        projects.add(new Project(name, name));
        return this;
    }

    FakeTool ending(PassStatus... next) {
        ends.addAll(List.of(next));
        return this;
    }

    FakeTool pass(String address, String type, PassStatus status, Instant created) {
        passes.add(new Pass(
                "pass-" + passes.size(),
                "item-" + address,
                type,
                status,
                Instant.parse("1901-01-01T00:00:00Z"),
                created,
                Optional.of(created),
                ""));
        return this;
    }

    FakeTool failing(String address, int items) {
        errors.put("item-" + address, items);
        return this;
    }

    FakeTool forgetting() {
        keepsMarks = false;
        return this;
    }

    FakeTool licences(int left) {
        available = left;
        return this;
    }

    FakeTool licence(String address, Licence licence) {
        licences.put("item-" + address, licence);
        return this;
    }

    /// All passes that were submitted so far are like that now.
    void allAre(PassStatus status) {
        passes.replaceAll(pass -> like(pass, status));
    }

    List<String> effects() {
        return effects;
    }

    List<PassOrder> orders() {
        return orders;
    }

    List<NewProject> made() {
        return made;
    }

    List<Item> items(String from) {
        return items.stream().filter(item -> item.isFrom(from)).toList();
    }

    @Override
    public Projects projects() {
        return this;
    }

    @Override
    public Items items() {
        return this;
    }

    @Override
    public Licences licences() {
        return this;
    }

    @Override
    public Passes passes() {
        return this;
    }

    @Override
    public Outcome<Holdings> holdings(Label label, Call call) {
        return Outcome.done(customer.isEmpty() ? Holdings.NONE : new Holdings(customer, endpoints, projects));
    }

    /// How long each item's copy has taken so far.
    FakeTool took(Duration duration) {
        took = duration;
        return this;
    }

    @Override
    public Outcome<Customer> addCustomer(String primaryDomain, String companyName, Call call) {
        var added = new Customer("customer", "organization", primaryDomain);
        customer = Optional.of(added);
        return did("customer " + primaryDomain, added);
    }

    @Override
    public Outcome<Endpoint> addEndpoint(Customer of, String name, Application application, Call call) {
        var added = new Endpoint("id of " + name, name);
        endpoints.add(added);
        return did("endpoint %s as %s".formatted(name, application.clientId()), added);
    }

    @Override
    public Outcome<Project> addProject(Customer of, NewProject project, Call call) {
        var added = new Project("project", project.name());
        projects.add(added);
        made.add(project);
        return did("project " + project.name(), added);
    }

    @Override
    public Outcome<String> removeProject(Project project, Call call) {
        projects.remove(project);
        return did("no project " + project.name(), "");
    }

    @Override
    public Outcome<String> removeEndpoint(Customer of, Endpoint endpoint, Call call) {
        endpoints.remove(endpoint);
        return did("no endpoint " + endpoint.name(), "");
    }

    @Override
    public Outcome<String> removeCustomer(Customer of, Call call) {
        customer = Optional.empty();
        return did("no customer " + of.primaryDomain(), "");
    }

    @Override
    public Outcome<List<Item>> from(Project project, Collection<String> addresses, Call call) {
        return Outcome.done(items.stream()
                .filter(item -> addresses.stream().anyMatch(item::isFrom))
                .toList());
    }

    @Override
    public Outcome<String> add(Customer of, Project project, Pair pair, Call call) {
        items.add(new Item("item-" + pair.from(), pair.from(), pair.to(), ""));
        return did("item %s to %s".formatted(pair.from(), pair.to()), "");
    }

    @Override
    public Outcome<String> remove(Item item, Call call) {
        items.remove(item);
        return did("no item " + item.from(), "");
    }

    @Override
    public Outcome<Integer> available(Call call) {
        return Outcome.done(available);
    }

    @Override
    public Outcome<Map<String, Licence>> of(Customer whose, Collection<Item> all, Call call) {
        return Outcome.done(licences);
    }

    @Override
    public Outcome<String> assign(Customer whose, Item item, Call call) {
        if (available == 0) {
            return Outcome.failedForNow("conflict", "no licence is left");
        }
        available--;
        licences.put(item.id(), Licence.ASKED_FOR);
        return did("licence for " + item.from(), "");
    }

    @Override
    public Outcome<List<Pass>> of(Collection<Item> all, Call call) {
        var ids = all.stream().map(Item::id).collect(Collectors.toSet());
        return Outcome.done(
                passes.stream().filter(pass -> ids.contains(pass.itemId())).toList());
    }

    @Override
    public Outcome<Map<String, Integer>> errors(Collection<Item> all, Call call) {
        return Outcome.done(errors);
    }

    @Override
    public Outcome<Volume> volume(Item item, Call call) {
        return Outcome.done(new Volume(5_000_000_000L, errors.getOrDefault(item.id(), 0), took));
    }

    @Override
    public Outcome<String> submit(Project project, Item item, PassOrder order, Call call) {
        var status = ends.isEmpty() ? PassStatus.COMPLETED : ends.removeFirst();
        var created = OpenCall.NOW.plus(Duration.ofMinutes(passes.size() + 1L));
        passes.add(new Pass(
                "pass-" + passes.size(),
                item.id(),
                order.kind().type(),
                status,
                keepsMarks ? order.mark() : Instant.parse("1901-01-01T00:00:00Z"),
                created,
                status.isUnderWay() ? Optional.empty() : Optional.of(created),
                status == PassStatus.FAILED ? "the credentials are wrong" : ""));
        orders.add(order);
        return did("%s of %s".formatted(order.kind(), item.from()), "");
    }

    @Override
    public Outcome<String> stop(Pass pass, Call call) {
        passes.replaceAll(known -> known.equals(pass) ? like(known, PassStatus.STOPPED) : known);
        return did("stop " + pass.itemId(), "");
    }

    private <T> Outcome<T> did(String effect, T fact) {
        effects.add(effect);
        return Outcome.done(fact);
    }

    private static Pass like(Pass pass, PassStatus status) {
        return new Pass(
                pass.id(),
                pass.itemId(),
                pass.type(),
                status,
                pass.itemStart(),
                pass.created(),
                status.isUnderWay() ? Optional.empty() : Optional.of(pass.created()),
                pass.failure());
    }
}
