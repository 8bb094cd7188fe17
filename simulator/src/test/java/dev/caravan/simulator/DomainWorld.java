package dev.caravan.simulator;

import java.io.IOException;
import java.nio.file.Path;

/// The sample world with more domains at its source: `spare.example`, which nothing refers to and which has a zone
/// of one server, and others that are named after what refers to them.
final class DomainWorld {

    private static final String PERSON = "7d000000-0000-4000-8000-000000000001";
    private static final String TEAM = "7d000000-0000-4000-8000-000000000002";

    private final Path folder;

    private DomainWorld(Path folder) {
        this.folder = folder;
    }

    static Path in(Path parent) throws IOException {
        DomainWorld world = new DomainWorld(SampleWorld.copyTo(parent));
        world.domains();
        world.references();
        world.forced();
        SampleWorld.change(world.folder, "dns/spare.example.zone", _ -> """
                $ORIGIN spare.example.
                $TTL 3600
                @ IN SOA ns1.spare.example. hostmaster.spare.example. ( 2026112001 7200 900 1209600 300 )
                @ IN NS ns1.spare.example.
                ns1 IN A 127.0.0.1
                """);
        return world.folder;
    }

    private void domains() throws IOException {
        for (String domain : new String[] {
            "spare", "app", "deleted", "contact", "folder", "dynamic", "sip", "parent", "sub.parent", "forced", "twice"
        }) {
            domain(domain + ".example", "Managed");
        }
        domain("federated.example", "Federated");
    }

    private void domain(String name, String authentication) throws IOException {
        add("source/graph/domains.jsonl", """
                {"id": "%s", "isInitial": false, "isDefault": false, "isVerified": true, "isRoot": %s, \
                "isAdminManaged": true, "authenticationType": "%s", "supportedServices": ["Email"]}""".formatted(name, !name.startsWith("sub."), authentication));
    }

    private void references() throws IOException {
        add("source/graph/applications.jsonl", """
                {"id": "7d000000-0000-4000-8000-000000000003", "appId": "7d000000-0000-4000-8000-000000000004", \
                "displayName": "Alone", "signInAudience": "AzureADMyOrg", "identifierUris": ["https://x.app.example/y"]}""");
        add("source/graph/deletedUsers.jsonl", """
                {"id": "7d000000-0000-4000-8000-000000000005", "userPrincipalName": "gone@fabrikam.onmicrosoft.com", \
                "displayName": "Gone", "proxyAddresses": ["SMTP:gone@deleted.example"]}""");
        add("source/exchange/mailContacts.jsonl", """
                {"Identity": "Away", "Guid": "7d000000-0000-4000-8000-000000000006", "DisplayName": "Away", \
                "EmailAddresses": ["SMTP:away@supplier.example", "smtp:away@sub.contact.example"]}""");
        add("source/exchange/mailPublicFolders.jsonl", """
                {"Identity": "\\\\\\\\News", "Guid": "7d000000-0000-4000-8000-000000000007", "DisplayName": "News", \
                "PrimarySmtpAddress": "news@folder.example", "EmailAddresses": ["SMTP:news@folder.example"]}""");
        add("source/exchange/dynamicDistributionGroups.jsonl", """
                {"Identity": "All", "Guid": "7d000000-0000-4000-8000-000000000008", "DisplayName": "All", \
                "PrimarySmtpAddress": "all@dynamic.example", "EmailAddresses": ["SMTP:all@dynamic.example"]}""");
        add("source/graph/users.jsonl", """
                {"id": "7d000000-0000-4000-8000-000000000009", "userPrincipalName": "talks@fabrikam.onmicrosoft.com", \
                "displayName": "Talks", "accountEnabled": true, "proxyAddresses": ["SIP:talks@sip.example"]}""");
    }

    /// A person with a mailbox, a team and an application in `forced.example`, and two persons of one name.
    private void forced() throws IOException {
        String addresses = "[\"SMTP:pia@forced.example\", \"smtp:p@fabrikam.onmicrosoft.com\", \"X500:/o=x\"]";
        add("source/graph/users.jsonl", """
                {"id": "%s", "userPrincipalName": "pia@forced.example", "displayName": "Pia", "accountEnabled": true, \
                "mail": "pia@forced.example", "proxyAddresses": %s}""".formatted(PERSON, addresses));
        add("source/exchange/mailboxes.jsonl", """
                {"Identity": "pia", "Guid": "7d000000-0000-4000-8000-00000000000a", "ExternalDirectoryObjectId": "%s", \
                "UserPrincipalName": "pia@forced.example", "PrimarySmtpAddress": "pia@forced.example", \
                "EmailAddresses": %s, "RecipientTypeDetails": "UserMailbox"}""".formatted(PERSON, addresses));
        add("source/graph/groups.jsonl", """
                {"id": "%s", "displayName": "Team", "mail": "team@forced.example", "mailEnabled": true, \
                "groupTypes": ["Unified"], "proxyAddresses": ["SMTP:team@forced.example"]}""".formatted(TEAM));
        add("source/exchange/unifiedGroups.jsonl", """
                {"Identity": "Team", "Guid": "7d000000-0000-4000-8000-00000000000b", "ExternalDirectoryObjectId": "%s", \
                "PrimarySmtpAddress": "team@forced.example", "EmailAddresses": ["SMTP:team@forced.example"]}""".formatted(TEAM));
        add("source/graph/applications.jsonl", """
                {"id": "7d000000-0000-4000-8000-00000000000c", "appId": "7d000000-0000-4000-8000-00000000000d", \
                "displayName": "Forced", "identifierUris": ["https://app.forced.example:8443/x"]}""");
        add("source/graph/users.jsonl", """
                {"id": "7d000000-0000-4000-8000-00000000000e", "userPrincipalName": "twin@twice.example", \
                "displayName": "Twin", "proxyAddresses": []}""");
        add("source/graph/users.jsonl", """
                {"id": "7d000000-0000-4000-8000-00000000000f", "userPrincipalName": "twin@fabrikam.onmicrosoft.com", \
                "displayName": "Twin", "proxyAddresses": []}""");
    }

    private void add(String file, String line) throws IOException {
        SampleWorld.change(folder, file, before -> before + line + "\n");
    }
}
