package dev.caravan.simulator.graph;

import java.util.List;
import java.util.Set;

/// The types of objects, with the names of their properties: an unknown one in `$select` is an error.
///
/// Source: the CSDL of Graph v1.0, 2026-08-20.
enum EntityType {
    USER("user", """
            aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones
            city companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes
            deletedDateTime department deviceEnrollmentLimit displayName employeeHireDate employeeId
            employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime
            faxNumber givenName hireDate id identities identityParentId imAddresses interests isManagementRestricted
            isResourceAccount jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates
            mail mailboxSettings mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName
            onPremisesDomainName onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime
            onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled
            onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode
            preferredDataLocation preferredLanguage preferredName print provisionedPlans proxyAddresses
            responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList signInActivity
            signInSessionsValidFromDateTime skills state streetAddress surname usageLocation userPrincipalName userType
            """, """
            businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname
            userPrincipalName id
            """),
    GROUP("group", """
            accessType allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification
            createdDateTime deletedDateTime description displayName expirationDateTime groupTypes
            hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients id infoCatalogs isArchived
            isAssignableToRole isFavorite isManagementRestricted isSubscribedByMail licenseProcessingState mail
            mailEnabled mailNickname membershipRule membershipRuleProcessingState onPremisesDomainName
            onPremisesExtensionAttributes onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors
            onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled organizationId
            preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions
            resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName
            unseenConversationsCount unseenCount unseenMessagesCount visibility welcomeMessageEnabled
            """, ""),
    DOMAIN("domain", """
            authenticationType availabilityStatus id isAdminManaged isDefault isInitial isRoot isVerified manufacturer
            model passwordNotificationWindowInDays passwordValidityPeriodInDays state supportedServices
            """, ""),
    ORGANIZATION("organization", """
            assignedPlans businessPhones city country countryLetterCode createdDateTime defaultUsageLocation
            deletedDateTime displayName id marketingNotificationEmails mobileDeviceManagementAuthority
            onPremisesLastSyncDateTime onPremisesSyncEnabled partnerTenantType postalCode preferredLanguage
            privacyProfile provisionedPlans securityComplianceNotificationMails securityComplianceNotificationPhones
            state street technicalNotificationMails tenantType verifiedDomains
            """, ""),
    APPLICATION("application", """
            addIns api appId appRoles applicationTemplateId authenticationBehaviors certification createdByAppId
            createdDateTime defaultRedirectUri deletedDateTime description disabledByMicrosoftStatus displayName
            groupMembershipClaims id identifierUris info isDeviceOnlyAuthSupported isDisabled isFallbackPublicClient
            keyCredentials logo nativeAuthenticationApisEnabled notes oauth2RequirePostResponse optionalClaims
            parentalControlSettings passwordCredentials publicClient publisherDomain requestSignatureVerification
            requiredResourceAccess samlMetadataUrl serviceManagementReference servicePrincipalLockConfiguration
            signInAudience spa tags tokenEncryptionKeyId uniqueName verifiedPublisher web
            """, ""),
    CONTACT("orgContact", """
            addresses companyName deletedDateTime department displayName givenName id jobTitle mail mailNickname
            onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSyncEnabled phones proxyAddresses
            serviceProvisioningErrors surname
            """, ""),
    SKU("subscribedSku", """
            accountId accountName appliesTo capabilityStatus consumedUnits id prepaidUnits servicePlans skuId
            skuPartNumber subscriptionIds
            """, ""),
    MESSAGE("message", """
            bccRecipients body bodyPreview categories ccRecipients changeKey conversationId conversationIndex
            createdDateTime flag from hasAttachments id importance inferenceClassification internetMessageHeaders
            internetMessageId isDeliveryReceiptRequested isDraft isRead isReadReceiptRequested lastModifiedDateTime
            parentFolderId receivedDateTime replyTo sender sentDateTime subject toRecipients uniqueBody webLink
            """, ""),
    CALENDAR_PERMISSION("calendarPermission", """
            allowedRoles emailAddress id isInsideOrganization isRemovable role
            """, ""),
    MAIL_FOLDER("mailFolder", """
            childFolderCount displayName id isHidden parentFolderId totalItemCount unreadItemCount
            """, ""),
    EVENT("event", """
            allowNewTimeProposals attendees body bodyPreview cancelledOccurrences categories changeKey createdDateTime
            end hasAttachments hideAttendees iCalUId id importance isAllDay isCancelled isDraft isOnlineMeeting
            isOrganizer isReminderOn lastModifiedDateTime location locations onlineMeeting onlineMeetingProvider
            onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone recurrence
            reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId showAs start subject
            transactionId type webLink
            """, ""),
    PERSONAL_CONTACT("contact", """
            assistantName birthday businessAddress businessHomePage businessPhones categories changeKey children
            companyName createdDateTime department displayName emailAddresses fileAs generation givenName homeAddress
            homePhones id imAddresses initials jobTitle lastModifiedDateTime manager middleName mobilePhone nickName
            officeLocation otherAddress parentFolderId personalNotes primaryEmailAddress profession
            secondaryEmailAddress spouseName surname tertiaryEmailAddress title yomiCompanyName yomiGivenName
            yomiSurname
            """, ""),
    TASK_LIST("todoTaskList", "displayName id isOwner isShared wellknownListName", ""),
    TASK("todoTask", """
            body bodyLastModifiedDateTime categories completedDateTime createdDateTime dueDateTime hasAttachments id
            importance isReminderOn lastModifiedDateTime recurrence reminderDateTime startDateTime status title
            """, ""),
    TENANT_INFORMATION("tenantInformation", "defaultDomainName displayName federationBrandName tenantId", "");

    private final String name;
    private final Set<String> properties;
    private final List<String> byDefault;

    EntityType(String name, String properties, String byDefault) {
        this.name = name;
        this.properties = Set.copyOf(words(properties));
        this.byDefault = words(byDefault);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /// With the namespace: `microsoft.graph.user`.
    String qualified() {
        return "microsoft.graph." + name;
    }

    boolean has(String property) {
        return properties.contains(property);
    }

    /// What is answered without `$select`; empty: everything.
    List<String> byDefault() {
        return byDefault;
    }
}
