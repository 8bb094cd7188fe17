package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AddressBook.Objection;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.unclear.Absence;
import dev.caravan.simulator.unclear.Texts;
import java.io.Serial;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A cmdlet that ends with an error; the reason hides in the details as `Ex<number>|<type>|<text>`.
final class CmdletError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String DATA_VALIDATION = "Microsoft.Exchange.Data.DataValidationException";
    private static final String TASKS = "Microsoft.Exchange.Management.Tasks.";
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;
    private static final String EXECUTING = "Error executing cmdlet";

    private final int status;
    private final String code;
    private final String type;
    private final String text;
    private final @Nullable CmdletError reworded;

    private CmdletError(int status, String code, String type, String text) {
        this(status, code, type, text, null);
    }

    /// @param reworded how else it may read
    private CmdletError(int status, String code, String type, String text, @Nullable CmdletError reworded) {
        super(text, null, false, false);
        this.text = text;
        this.reworded = reworded;
        this.status = status;
        this.code = code;
        this.type = type;
    }

    static CmdletError notFound(String identity, String server) {
        return new CmdletError(
                NOT_FOUND,
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

    /// What an endpoint does not take, though there is such a cmdlet.
    static CmdletError notAtEndpoint(String cmdlet, String endpoint) {
        return badRequest(
                "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
                "The cmdlet '" + cmdlet + "' isn't supported by the endpoint '" + endpoint + "'.");
    }

    static CmdletError missingParameter(String parameter) {
        return badRequest(
                "System.Management.Automation.ParameterBindingException",
                "Cannot process command because of one or more missing mandatory parameters: " + parameter + ".");
    }

    static CmdletError notBound(String parameter, JsonNode value, String type) {
        return badValue("Cannot process argument transformation on parameter '" + parameter
                + "'. Cannot convert value \"" + value + "\" to type \"" + type + "\".");
    }

    static CmdletError tooLong(String property, int max) {
        return of(
                DATA_VALIDATION,
                "The length of the property is too long. The maximum length is " + max + ". Property Name: "
                        + property);
    }

    /// What is asked for without `Confirm` asks back, and nobody is there to answer.
    static CmdletError unconfirmed() {
        return badRequest(
                "System.Management.Automation.Host.HostException",
                "A command that prompts the user failed because the host program or the command type does not support"
                        + " user interaction. Use Confirm with the value false.");
    }

    static CmdletError badValue(String text) {
        return badRequest("System.Management.Automation.ParameterBindingException", text);
    }

    static CmdletError synced(String cmdlet, String property, Recipient recipient) {
        String name = recipient.object().text("DisplayName").orElseGet(recipient::guid);
        return of(
                TASKS + "RecipientTaskException",
                "The action '" + cmdlet + "', '" + property + "', can't be performed on the object '" + name
                        + "' because the object is being synchronized from your on-premises organization. This action"
                        + " should be performed on the object in your on-premises organization.");
    }

    /// Addresses that cannot be had.
    static CmdletError of(Objection objection) {
        return switch (objection) {
            case Objection.NoAddress(String written) ->
                badValue("The address '" + written + "' is invalid: it doesn't have a valid SMTP syntax.");
            case Objection.NotAccepted _ ->
                of(
                        TASKS + "NotAcceptedDomainException",
                        "You can't use the domain because it's not an accepted domain for your organization.");
            case Objection.InUse(String address, String by) -> inUse(address, by);
            case Objection.TooMany(int count) ->
                of(
                        DATA_VALIDATION,
                        "There are too many proxy addresses: " + count
                                + ", and maximum supported number of recipient proxy addresses is 300");
            case Objection.NoPrimary _ ->
                of(DATA_VALIDATION, "There is no primary SMTP address.")
                        .or(of(
                                TASKS + "RecipientTaskException",
                                "You can't remove the primary email address. Set another one as primary first."));
        };
    }

    private static CmdletError inUse(String address, String by) {
        return of(
                        TASKS + "ProxyAddressExistsException",
                        "The proxy address \"SMTP:" + address + "\" is already being used by \"" + by
                                + "\". Choose another proxy address.")
                .or(of(
                        TASKS + "WLCDManagedMemberExistsException",
                        "The proxy address \"SMTP:" + address + "\" is already being used by the proxy addresses or"
                                + " LegacyExchangeDN. Please choose another proxy address."));
    }

    /// An address is the primary one, not two.
    static CmdletError severalPrimaries() {
        return of(DATA_VALIDATION, "There are multiple primary SMTP addresses.");
    }

    private CmdletError or(CmdletError otherwise) {
        return new CmdletError(status, code, type, text, otherwise);
    }

    /// The same as it reads where Microsoft is unclear.
    CmdletError worded(Texts texts, Absence absence) {
        CmdletError error = texts == Texts.REWORDED && reworded != null ? reworded : this;
        return error.status == NOT_FOUND && absence == Absence.INTERNAL_ERROR
                ? new CmdletError(INTERNAL_ERROR, "InternalServerError", error.type, error.text)
                : error;
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
                .put("message", number() + "|" + type + "|" + text);
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
