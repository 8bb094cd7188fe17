package dev.caravan.m365.exchange;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A cmdlet as the wire has it, whichever way it goes: `{"CmdletInput": {"CmdletName",
/// "Parameters"}}`.
///
/// What PowerShell writes as `@{Add=…; Remove=…}` is an object tagged as a hash table, without
/// which Exchange cannot bind it. An array replaces, `null` empties.
final class CmdletInput {

    private static final String RESULT_SIZE = "ResultSize";
    /// The parameter that tells a cmdlet not to ask back.
    static final String CONFIRM = "Confirm";
    private static final String HASH_TABLE = "#Exchange.GenericHashTable";

    /// Cmdlets with a parameter `ResultSize`, as Microsoft's reference of Exchange Online has
    /// them. Without it some answer with their first objects only.
    private static final Set<String> SIZED = Set.of(
            "Get-CASMailbox",
            "Get-Contact",
            "Get-DistributionGroup",
            "Get-DistributionGroupMember",
            "Get-DynamicDistributionGroup",
            "Get-DynamicDistributionGroupMember",
            "Get-Group",
            "Get-MailContact",
            "Get-MailPublicFolder",
            "Get-MailUser",
            "Get-Mailbox",
            "Get-MailboxFolderPermission",
            "Get-MailboxFolderStatistics",
            "Get-MailboxPermission",
            "Get-PublicFolder",
            "Get-Recipient",
            "Get-RecipientPermission",
            "Get-TransportRule",
            "Get-UnifiedGroup",
            "Get-UnifiedGroupLinks",
            "Get-User");

    private CmdletInput() {}

    static ObjectNode body(Cmdlet cmdlet) {
        var parameters = parameters(cmdlet);
        if (asksBack(cmdlet) && !parameters.has(CONFIRM)) {
            parameters.put(CONFIRM, false);
        }
        return body(cmdlet, parameters);
    }

    /// For who never asks back, and has no parameter for saying so.
    static ObjectNode unconfirmed(Cmdlet cmdlet) {
        var parameters = parameters(cmdlet);
        parameters.remove(CONFIRM);
        return body(cmdlet, parameters);
    }

    /// The query that narrows its output, with the question mark before it; nothing when all is
    /// wanted.
    static String query(Cmdlet cmdlet) {
        return cmdlet.select().isEmpty() ? "" : "?$select=" + String.join(",", cmdlet.select());
    }

    private static ObjectNode body(Cmdlet cmdlet, ObjectNode parameters) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("CmdletInput").put("CmdletName", cmdlet.name()).set("Parameters", parameters);
        return body;
    }

    private static ObjectNode parameters(Cmdlet cmdlet) {
        var parameters = JsonNodeFactory.instance.objectNode();
        cmdlet.parameters().forEach((name, value) -> parameters.set(name, json(value)));
        if (SIZED.contains(cmdlet.name())) {
            parameters.put(RESULT_SIZE, "Unlimited");
        }
        return parameters;
    }

    private static boolean asksBack(Cmdlet cmdlet) {
        return cmdlet.name().startsWith("Remove-") || cmdlet.name().startsWith("Disable-");
    }

    private static JsonNode json(Parameter value) {
        var json = JsonNodeFactory.instance;
        return switch (value) {
            case Parameter.Names(var identity) -> json.stringNode(identity.value());
            case Parameter.Text(var text) -> json.stringNode(text);
            case Parameter.Flag(var flag) -> json.booleanNode(flag);
            case Parameter.Count(var count) -> json.numberNode(count);
            case Parameter.Cleared() -> json.nullNode();
            case Parameter.Replaced(var values) -> array(values);
            case Parameter.Changed(var added, var removed) -> hashTable(added, removed);
        };
    }

    private static ObjectNode hashTable(List<String> added, List<String> removed) {
        var table = JsonNodeFactory.instance.objectNode().put("@odata.type", HASH_TABLE);
        if (!added.isEmpty()) {
            table.set("Add", array(added));
        }
        if (!removed.isEmpty()) {
            table.set("Remove", array(removed));
        }
        return table;
    }

    private static ArrayNode array(List<String> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
