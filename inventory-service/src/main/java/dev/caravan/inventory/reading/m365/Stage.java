package dev.caravan.inventory.reading.m365;

import dev.caravan.inventory.tenant.Kind;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import java.util.List;
import java.util.Optional;

/// The stretches of a capture, in their order.
sealed interface Stage {

    List<Stage> ALL = List.of(
            new OfGraph(
                    Kind.TENANT,
                    OfTenant.ORGANIZATION,
                    "id displayName countryLetterCode onPremisesSyncEnabled verifiedDomains"),
            new OfGraph(
                    Kind.DOMAINS,
                    OfTenant.DOMAINS,
                    "id isInitial isDefault isVerified isRoot isAdminManaged authenticationType supportedServices"),
            new OfGraph(
                    Kind.USERS,
                    OfTenant.USERS,
                    "id userPrincipalName displayName givenName surname mail mailNickname accountEnabled userType"
                            + " usageLocation onPremisesSyncEnabled onPremisesImmutableId proxyAddresses"
                            + " assignedLicenses otherMails"),
            new OfGraph(
                    Kind.DELETED_USERS,
                    OfTenant.DELETED_USERS,
                    "id userPrincipalName displayName mail proxyAddresses deletedDateTime"),
            new OfGraph(
                    Kind.GROUPS,
                    OfTenant.GROUPS,
                    "id displayName mail mailEnabled mailNickname securityEnabled groupTypes proxyAddresses visibility"
                            + " onPremisesSyncEnabled"),
            new OfGraph(
                    Kind.DELETED_GROUPS,
                    OfTenant.DELETED_GROUPS,
                    "id displayName mail groupTypes proxyAddresses deletedDateTime"),
            new OfGraph(Kind.APPLICATIONS, OfTenant.APPLICATIONS, "id appId displayName signInAudience identifierUris"),
            new OfGraph(
                    Kind.SUBSCRIBED_SKUS,
                    OfTenant.SUBSCRIBED_SKUS,
                    "id skuId skuPartNumber capabilityStatus appliesTo consumedUnits prepaidUnits servicePlans"),
            new OfExchange(
                    Kind.ORGANIZATION_CONFIG,
                    // Without it Exchange keeps to itself which programs may use EWS.
                    Cmdlet.of("Get-OrganizationConfig").with("RetrieveEwsOperationAccessPolicy", true)),
            listed(Kind.ACCEPTED_DOMAINS, "Get-AcceptedDomain"),
            listed(Kind.MAILBOXES, "Get-Mailbox"),
            listed(Kind.DISTRIBUTION_GROUPS, "Get-DistributionGroup"),
            listed(Kind.DYNAMIC_DISTRIBUTION_GROUPS, "Get-DynamicDistributionGroup"),
            listed(Kind.UNIFIED_GROUPS, "Get-UnifiedGroup"),
            listed(Kind.MAIL_CONTACTS, "Get-MailContact"),
            listed(Kind.MAIL_USERS, "Get-MailUser"),
            listed(Kind.MAIL_PUBLIC_FOLDERS, "Get-MailPublicFolder"),
            listed(Kind.RECIPIENT_PERMISSIONS, "Get-RecipientPermission"),
            listed(Kind.TRANSPORT_RULES, "Get-TransportRule"),
            listed(Kind.INBOUND_CONNECTORS, "Get-InboundConnector"),
            listed(Kind.OUTBOUND_CONNECTORS, "Get-OutboundConnector"),
            listed(Kind.DKIM_SIGNING_CONFIGS, "Get-DkimSigningConfig"),
            new OfEachMailbox(),
            new OfEachGroup(),
            new OfEachUnifiedGroup());

    private static Stage listed(Kind kind, String cmdlet) {
        return new OfExchange(kind, Cmdlet.of(cmdlet));
    }

    /// The word that bookmarks call it by.
    String word();

    /// The stage after this one.
    default Optional<Stage> next() {
        var following = ALL.indexOf(this) + 1;
        return following < ALL.size() ? Optional.of(ALL.get(following)) : Optional.empty();
    }

    /// Throws [IllegalArgumentException] when no stage is called so.
    static Stage called(String word) {
        return ALL.stream()
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part of a tenant is called " + word));
    }

    /// A collection of the directory.
    ///
    /// @param properties what of each object is kept
    record OfGraph(Kind kind, Listing.Collection collection, String properties) implements Stage {

        @Override
        public String word() {
            return kind.word();
        }

        Listing listing() {
            return Listing.of(collection, List.of(properties.split(" ")));
        }
    }

    /// What a cmdlet lists.
    record OfExchange(Kind kind, Cmdlet cmdlet) implements Stage {

        @Override
        public String word() {
            return kind.word();
        }
    }

    /// What Exchange tells of one mailbox at a time: its size, and who may do what in it.
    record OfEachMailbox() implements Stage {

        @Override
        public String word() {
            return "eachMailbox";
        }
    }

    /// Who belongs to each Microsoft 365 group; applications may ask Exchange for all groups but these.
    record OfEachUnifiedGroup() implements Stage {

        @Override
        public String word() {
            return "eachUnifiedGroup";
        }
    }

    /// Who belongs to each distribution and security group.
    record OfEachGroup() implements Stage {

        @Override
        public String word() {
            return "eachGroup";
        }
    }
}
