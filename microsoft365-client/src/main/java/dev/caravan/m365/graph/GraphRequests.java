package dev.caravan.m365.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.graph.domains.item.DomainItemRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.middleware.options.ParametersNameDecodingOption;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Graph, in the SDK's terms. Names of query parameters are encoded as in the SDK's own URL templates.
final class GraphRequests {

    private static final String SELECT = "%24select";
    private static final String JSON = "application/json";

    private GraphRequests() {}

    /// @param next where the page is, unless it is the first
    static RequestInformation page(GraphServiceClient client, Listing listing, Optional<URI> next) {
        var request = collection(client, listing.collection());
        next.ifPresentOrElse(address -> goTo(request, address), () -> ask(request, listing));
        if (listing.isAdvanced()) {
            request.headers.add("ConsistencyLevel", "eventual");
        }
        return request;
    }

    static RequestInformation find(Resource resource, List<String> select) {
        var request = new RequestInformation(
                HttpMethod.GET, "{+baseurl}" + resource.path() + "{?" + SELECT + "}", new HashMap<>());
        request.headers.add("Accept", JSON);
        request.addQueryParameter(SELECT, select);
        return request;
    }

    static RequestInformation of(GraphRequest request) {
        return of(method(request.method()), request.path(), request.body());
    }

    static RequestInformation of(ObjectNode batch) {
        return of(HttpMethod.POST, "/$batch", Optional.of(batch));
    }

    private static RequestInformation of(HttpMethod method, String path, Optional<ObjectNode> body) {
        var request = new RequestInformation(method, "{+baseurl}" + path, new HashMap<>());
        request.headers.add("Accept", JSON);
        body.ifPresent(json -> request.setStreamContent(
                new ByteArrayInputStream(json.toString().getBytes(UTF_8)), JSON));
        return request;
    }

    /// The link is Graph's own affair, down to the spelling of its parameters.
    private static void goTo(RequestInformation request, URI address) {
        request.setUri(address);
        var asItIs = new ParametersNameDecodingOption();
        asItIs.enable = false;
        request.addRequestOptions(List.of(asItIs));
    }

    private static void ask(RequestInformation request, Listing listing) {
        if (!listing.select().isEmpty()) {
            request.addQueryParameter(SELECT, listing.select());
        }
        listing.top().ifPresent(top -> request.addQueryParameter("%24top", top));
        listing.filter().ifPresent(filter -> request.addQueryParameter("%24filter", filter));
        if (listing.isAdvanced()) {
            request.addQueryParameter("%24count", true);
        }
    }

    private static RequestInformation collection(GraphServiceClient client, Listing.Collection collection) {
        return switch (collection) {
            case Listing.OfTenant ofTenant -> collection(client, ofTenant);
            case Listing.MembersOf(var groupId) ->
                client.groups().byGroupId(groupId).members().toGetRequestInformation();
            case Listing.CalendarPermissionsOf(var userId) ->
                client.users().byUserId(userId).calendar().calendarPermissions().toGetRequestInformation();
            case Listing.InMailbox(var userId, var part) ->
                collection(client.users().byUserId(userId), part);
            case Listing.OfDomain(var domain, var part) ->
                collection(client.domains().byDomainId(domain), part);
        };
    }

    private static RequestInformation collection(GraphServiceClient client, Listing.OfTenant collection) {
        return switch (collection) {
            case ORGANIZATION -> client.organization().toGetRequestInformation();
            case DOMAINS -> client.domains().toGetRequestInformation();
            case USERS -> client.users().toGetRequestInformation();
            case GROUPS -> client.groups().toGetRequestInformation();
            case DELETED_USERS -> client.directory().deletedItems().graphUser().toGetRequestInformation();
            case DELETED_GROUPS ->
                client.directory().deletedItems().graphGroup().toGetRequestInformation();
            case APPLICATIONS -> client.applications().toGetRequestInformation();
            case SUBSCRIBED_SKUS -> client.subscribedSkus().toGetRequestInformation();
        };
    }

    private static RequestInformation collection(UserItemRequestBuilder user, Listing.InMailbox.Part part) {
        return switch (part) {
            case Listing.InMailbox.Whole.FOLDERS -> user.mailFolders().toGetRequestInformation();
            case Listing.InMailbox.Whole.EVENTS -> user.events().toGetRequestInformation();
            case Listing.InMailbox.Whole.CONTACTS -> user.contacts().toGetRequestInformation();
            case Listing.InMailbox.Whole.TASK_LISTS -> user.todo().lists().toGetRequestInformation();
            case Listing.InMailbox.MessagesIn(var folder) ->
                user.mailFolders().byMailFolderId(folder).messages().toGetRequestInformation();
            case Listing.InMailbox.TasksIn(var list) ->
                user.todo().lists().byTodoTaskListId(list).tasks().toGetRequestInformation();
        };
    }

    private static RequestInformation collection(DomainItemRequestBuilder domain, Listing.OfDomain.Part part) {
        return switch (part) {
            case NAME_REFERENCES -> domain.domainNameReferences().toGetRequestInformation();
            case SERVICE_RECORDS -> domain.serviceConfigurationRecords().toGetRequestInformation();
            case VERIFICATION_RECORDS -> domain.verificationDnsRecords().toGetRequestInformation();
        };
    }

    private static HttpMethod method(GraphRequest.Method method) {
        return switch (method) {
            case GET -> HttpMethod.GET;
            case POST -> HttpMethod.POST;
            case PATCH -> HttpMethod.PATCH;
            case DELETE -> HttpMethod.DELETE;
        };
    }
}
