package dev.caravan.simulator.exchange;

import java.io.Serial;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A cmdlet that ends with an error; the reason hides in the details as `Ex<number>|<type>|<text>`.
final class CmdletError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String EXECUTING = "Error executing cmdlet";

    private final int status;
    private final String code;
    private final String type;

    private CmdletError(int status, String code, String type, String text) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.type = type;
    }

    static CmdletError notFound(String identity, String server) {
        return new CmdletError(
                404,
                "NotFound",
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
                "The operation couldn't be performed because object '" + identity + "' couldn't be found on '" + server
                        + "'.");
    }

    static CmdletError ambiguous(String identity) {
        return badRequest(
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
                "The operation couldn't be performed because '" + identity + "' matches multiple entries.");
    }

    static CmdletError unknownParameter(String parameter) {
        return badRequest(
                "System.Management.Automation.ParameterBindingException",
                "A parameter cannot be found that matches parameter name '" + parameter + "'.");
    }

    static CmdletError missingParameter(String parameter) {
        return badRequest(
                "System.Management.Automation.ParameterBindingException",
                "Cannot process command because of one or more missing mandatory parameters: " + parameter + ".");
    }

    static CmdletError badValue(String text) {
        return badRequest("System.Management.Automation.ParameterBindingException", text);
    }

    static CmdletError synced(String cmdlet, String property, String name) {
        return of(
                "Microsoft.Exchange.Management.Tasks.RecipientTaskException",
                "The action '" + cmdlet + "', '" + property + "', can't be performed on the object '" + name
                        + "' because the object is being synchronized from your on-premises organization. This action"
                        + " should be performed on the object in your on-premises organization.");
    }

    /// An error of a type of its own.
    static CmdletError of(String type, String text) {
        return badRequest(type, text);
    }

    private static CmdletError badRequest(String type, String text) {
        return new CmdletError(400, "BadRequest", type, text);
    }

    int status() {
        return status;
    }

    JsonNode body() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode error = body.putObject("error").put("code", code).put("message", EXECUTING);
        error.putArray("details")
                .addObject()
                .put("code", "Client")
                .put("target", "")
                .put("message", number() + "|" + type + "|" + getMessage());
        error.putObject("innererror")
                .put("message", EXECUTING)
                .put("type", "Microsoft.Exchange.Admin.OData.Core.ODataServiceException")
                .put("stacktrace", "")
                .putObject("internalexception")
                .put(
                        "message",
                        "Exception of type 'Microsoft.Exchange.Management.PSDirectInvoke.DirectInvokeCmdletExecutionException'"
                                + " was thrown.")
                .put("type", "Microsoft.Exchange.Management.PSDirectInvoke.DirectInvokeCmdletExecutionException")
                .put("stacktrace", "");
        error.put("adminapi.warnings@odata.type", "#Collection(String)");
        error.putArray("@adminapi.warnings");
        return body;
    }

    /// Six hexadecimal digits, the same for the same error.
    private String number() {
        String hash = UUID.nameUUIDFromBytes(type.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return "Ex" + hash.substring(0, 6).toUpperCase(Locale.ROOT);
    }
}
