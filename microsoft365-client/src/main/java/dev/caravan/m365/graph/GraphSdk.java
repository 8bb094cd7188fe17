package dev.caravan.m365.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Microsoft's SDK, as far as it is used: it shapes and sends requests, each exactly once. Its handlers that retry and
/// follow redirections are left out, because they would wait in real time and call without leave; its models are,
/// because a capture keeps objects as Graph wrote them.
final class GraphSdk {

    private static final String RETRY_AFTER = "Retry-After";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final OkHttpClient client;

    GraphSdk(Duration timeout) {
        this.client = GraphClientFactory.create(new ParametersNameDecodingHandler())
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .addNetworkInterceptor(GraphSdk::withoutHaste)
                .build();
    }

    /// OkHttp itself sends a request again after 503 with `Retry-After: 0`, whatever its retry setting says.
    private static Response withoutHaste(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        return response.code() == 503 && "0".equals(response.header(RETRY_AFTER))
                ? response.newBuilder().removeHeader(RETRY_AFTER).build()
                : response;
    }

    /// The answer, whatever its status; or [Outcome.Failed] for now with code `no-answer`.
    ///
    /// @param host whose answer it is, as people know it
    /// @param base what stands before the paths of Graph, up to the version
    Outcome<Answer> send(
            String host, String base, Secret token, Function<GraphServiceClient, RequestInformation> shape) {
        var authentication = new BaseBearerTokenAuthenticationProvider(new GivenToken(token));
        var adapter = new BaseGraphRequestAdapter(authentication, base, client);
        var request = shape.apply(new GraphServiceClient(adapter));
        var received = new NativeResponseHandler();
        request.setResponseHandler(received);
        try {
            adapter.sendPrimitive(request, null, InputStream.class);
            return Outcome.done(answer(received));
        } catch (IOException e) {
            return Failures.noAnswer(host, e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException unreachable) {
                return Failures.noAnswer(host, unreachable);
            }
            throw e;
        }
    }

    /// The answer as it came, before the SDK makes models or exceptions of it.
    private static Answer answer(NativeResponseHandler received) throws IOException {
        try (var response = (Response) Objects.requireNonNull(received.getValue(), "the SDK has sent nothing")) {
            var headers = new HashMap<String, String>();
            response.headers().forEach(header -> headers.putIfAbsent(header.getFirst(), header.getSecond()));
            var body = response.body();
            return Answer.of(response.code(), headers, body == null ? "" : body.string());
        }
    }

    /// The token that the call was given leave with.
    private record GivenToken(Secret token) implements AccessTokenProvider {

        @Override
        public String getAuthorizationToken(URI address, @Nullable Map<String, Object> context) {
            return token.reveal();
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator();
        }
    }
}
