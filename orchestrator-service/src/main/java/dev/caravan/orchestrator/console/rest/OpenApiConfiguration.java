package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Patience;
import dev.caravan.orchestrator.console.writes.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What the generated description of the interface cannot know by itself: headers, waiting, problems.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "application/problem+json";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Patience.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .components(new Components().addSchemas("Problem", problem()))
                .info(new Info()
                        .title("Caravan")
                        .version("1")
                        .description("Runs of migrations between Microsoft 365 tenants. Whatever goes wrong is told as"
                                + " problem details (RFC 9457) with a `code` for programs."));
    }

    @Bean
    OperationCustomizer writesAndProblems() {
        return (operation, handler) -> {
            if (takes(handler, Caller.class)) {
                operation.addParametersItem(header("X-Caravan-User", "Who calls; beyond ASCII as RFC 8187 says.")
                        .required(true));
                operation.addParametersItem(
                        header("Idempotency-Key", "The same request by the same key is written once."));
            }
            if (takes(handler, Patience.class)) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name("wait")
                        .description("Seconds to wait for what becomes of the request; without a number 30.")
                        .schema(new StringSchema()));
            }
            return withProblems(operation);
        };
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("What programs tell problems apart by"));
    }

    private static Operation withProblems(Operation operation) {
        var problem = new ApiResponse()
                .description("What is wrong, by RFC 9457")
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        operation.getResponses().addApiResponse("default", problem);
        return operation;
    }
}
