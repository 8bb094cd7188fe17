package dev.caravan.simulator.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A group in the making.
record Group(String name, String alias, String primary, List<String> proxies, String id, String guid) {

    ObjectNode graph(boolean security, List<String> types, @Nullable String visibility) {
        return Lines.object(
                "id", id,
                "displayName", name,
                "mail", primary,
                "mailEnabled", true,
                "mailNickname", alias,
                "securityEnabled", security,
                "groupTypes", types,
                "proxyAddresses", proxies,
                "visibility", visibility);
    }

    ObjectNode exchange(String type) {
        return Lines.object(
                "Identity", name,
                "Guid", guid,
                "ExternalDirectoryObjectId", id,
                "Alias", alias,
                "DisplayName", name,
                "PrimarySmtpAddress", primary,
                "EmailAddresses", proxies,
                "RecipientTypeDetails", type,
                "IsDirSynced", false);
    }
}
