package dev.caravan.mailbox.recipient.m365;

import static java.util.stream.Collectors.toMap;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.reference.Application;
import dev.caravan.mailbox.reference.DeletedObject;
import dev.caravan.mailbox.reference.DeletedObject.Kind;
import dev.caravan.mailbox.reference.IdentifierUris;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Applications and deleted objects as Microsoft Graph has them.
public final class GraphObjects implements DirectoryObjects {

    private static final String NAME = "displayName";

    private final Graph graph;

    public GraphObjects(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
    }

    @Override
    public Outcome<Map<String, Application>> applications(Collection<String> ids, Call call) {
        var all = Listing.of(OfTenant.APPLICATIONS, List.of("id", NAME, IdentifierUris.PROPERTY));
        return graph.all(all, call)
                .map(objects -> objects.stream()
                        .map(GraphObjects::application)
                        .filter(application -> ids.contains(application.id()))
                        .collect(toMap(Application::id, Function.identity())));
    }

    @Override
    public Outcome<Map<String, DeletedObject>> deleted(Collection<String> ids, Call call) {
        return deleted(OfTenant.DELETED_USERS, List.of("userPrincipalName"), Kind.DELETED_USER, call)
                .then(users -> deleted(OfTenant.DELETED_GROUPS, List.of(), Kind.DELETED_GROUP, call)
                        .map(groups -> {
                            var found = new LinkedHashMap<String, DeletedObject>();
                            Stream.of(users, groups)
                                    .flatMap(List::stream)
                                    .filter(object -> ids.contains(object.id()))
                                    .forEach(object -> found.put(object.id(), object));
                            return found;
                        }));
    }

    @Override
    public Outcome<Integer> changeIdentifierUris(List<Change> changes, Call call) {
        return each(changes, GraphObjects::renaming, "uris-refused", call);
    }

    @Override
    public Outcome<Integer> purge(List<Change> changes, Call call) {
        return each(
                changes,
                change -> GraphRequest.delete(Resource.at("directory", "deletedItems", change.id())),
                "purge-refused",
                call);
    }

    private Outcome<Integer> each(List<Change> changes, Function<Change, GraphRequest> asking, String code, Call call) {
        return graph.each(changes.stream().map(asking).toList(), call)
                .then(outcomes -> Each.all(changes, outcomes, code));
    }

    private static GraphRequest renaming(Change change) {
        var body = JsonNodeFactory.instance.objectNode();
        var uris = body.putArray(IdentifierUris.PROPERTY);
        change.after().forEach(uris::add);
        return GraphRequest.patch(Resource.at("applications", change.id()), body);
    }

    private Outcome<List<DeletedObject>> deleted(OfTenant collection, List<String> more, Kind kind, Call call) {
        var select = Stream.concat(Stream.of("id", NAME, "mail", "proxyAddresses"), more.stream())
                .toList();
        return graph.all(Listing.of(collection, select), call)
                .map(objects ->
                        objects.stream().map(object -> deleted(object, kind)).toList());
    }

    private static DeletedObject deleted(ObjectNode object, Kind kind) {
        var names = Stream.concat(
                        Stream.of("userPrincipalName", "mail")
                                .flatMap(name -> object.path(name).stringValueOpt().stream()),
                        texts(object.path("proxyAddresses")).map(entry -> entry.substring(entry.indexOf(':') + 1)))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return new DeletedObject(
                object.path("id").asString(), kind, object.path(NAME).asString(""), names);
    }

    private static Application application(ObjectNode object) {
        return new Application(
                object.path("id").asString(),
                object.path(NAME).asString(""),
                texts(object.path(IdentifierUris.PROPERTY)).toList());
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }
}
