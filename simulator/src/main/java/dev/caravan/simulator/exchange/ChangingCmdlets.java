package dev.caravan.simulator.exchange;

import dev.caravan.simulator.exchange.Cmdlets.Definition;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.function.BiConsumer;

/// The cmdlets that change something.
///
/// Source: MicrosoftDocs/office-docs-powershell, which of them ask back.
final class ChangingCmdlets {

    private static final String CONFIRM = " Confirm";
    private static final String OF_GROUPS = " DisplayName " + Shapes.INSIDERS_ONLY;
    private static final String ADDRESSES = "Identity EmailAddresses ";
    private static final String OF_WINDOWS = "WindowsEmailAddress";
    private static final String PRIMARY = "PrimarySmtpAddress";
    private static final String OUTSIDE = " ExternalEmailAddress DisplayName HiddenFromAddressListsEnabled";
    private static final String MANAGED = " BypassSecurityGroupManagerCheck";

    private final Unclear unclear;

    ChangingCmdlets(Unclear unclear) {
        this.unclear = unclear;
    }

    List<Definition> all() {
        return List.of(
                setting(
                        "Set-Mailbox",
                        Kind.MAILBOXES,
                        OF_WINDOWS,
                        " DisplayName HiddenFromAddressListsEnabled ForwardingAddress ForwardingSmtpAddress"
                                + " DeliverToMailboxAndForward GrantSendOnBehalfTo"),
                setting("Set-MailUser", Kind.MAIL_USERS, OF_WINDOWS, OUTSIDE),
                setting("Set-MailContact", Kind.MAIL_CONTACTS, OF_WINDOWS, OUTSIDE),
                setting("Set-MailPublicFolder", Kind.MAIL_PUBLIC_FOLDERS, OF_WINDOWS, ""),
                setting("Set-DistributionGroup", Kind.DISTRIBUTION_GROUPS, PRIMARY, MANAGED + OF_GROUPS),
                setting("Set-DynamicDistributionGroup", Kind.DYNAMIC_DISTRIBUTION_GROUPS, PRIMARY, OF_GROUPS),
                setting("Set-UnifiedGroup", Kind.UNIFIED_GROUPS, PRIMARY, OF_GROUPS),
                changing(
                        "Add-MailboxPermission",
                        false,
                        "Identity User AccessRights InheritanceType AutoMapping",
                        (change, cmdlet) -> Rights.ofMailboxes(change).add(cmdlet)),
                changing(
                        "Remove-MailboxPermission",
                        true,
                        "Identity User AccessRights InheritanceType",
                        (change, cmdlet) -> Rights.ofMailboxes(change).remove(cmdlet)),
                changing(
                        "Add-RecipientPermission",
                        true,
                        "Identity Trustee AccessRights",
                        (change, cmdlet) -> Rights.ofRecipients(change).add(cmdlet)),
                changing(
                        "Remove-RecipientPermission",
                        true,
                        "Identity Trustee AccessRights",
                        (change, cmdlet) -> Rights.ofRecipients(change).remove(cmdlet)),
                changing(
                        "Add-MailboxFolderPermission",
                        false,
                        "Identity User AccessRights SharingPermissionFlags SendNotificationToUser",
                        (change, cmdlet) -> new FolderRights(change).add(cmdlet)),
                changing(
                        "Set-MailboxFolderPermission",
                        false,
                        "Identity User AccessRights SharingPermissionFlags SendNotificationToUser",
                        (change, cmdlet) -> new FolderRights(change).set(cmdlet)),
                changing(
                        "Remove-MailboxFolderPermission",
                        true,
                        "Identity User",
                        (change, cmdlet) -> new FolderRights(change).remove(cmdlet)),
                changing(
                        "New-Mailbox",
                        false,
                        "Name Alias DisplayName PrimarySmtpAddress Shared Room Equipment",
                        (change, cmdlet) -> new Creation(change, cmdlet).mailbox()),
                changing(
                        "New-DistributionGroup",
                        false,
                        "Name Alias PrimarySmtpAddress Type Members ManagedBy" + OF_GROUPS,
                        (change, cmdlet) -> new Creation(change, cmdlet).distributionGroup()),
                changing(
                        "New-DynamicDistributionGroup",
                        false,
                        "Name Alias PrimarySmtpAddress RecipientFilter" + OF_GROUPS,
                        (change, cmdlet) -> new Creation(change, cmdlet).dynamicGroup()),
                changing(
                        "New-MailContact",
                        false,
                        "Name Alias DisplayName ExternalEmailAddress",
                        (change, cmdlet) -> new Creation(change, cmdlet).mailContact()),
                silent(
                        "Set-AcceptedDomain",
                        false,
                        "Identity DomainType",
                        (change, cmdlet) -> new MailType(change).set(cmdlet)),
                silent("Remove-Mailbox", true, "Identity", (change, cmdlet) -> new Removal(change).mailbox(cmdlet)),
                silent(
                        "Remove-MailContact",
                        true,
                        "Identity",
                        (change, cmdlet) -> new Removal(change).mailContact(cmdlet)),
                silent(
                        "Remove-DynamicDistributionGroup",
                        true,
                        "Identity",
                        (change, cmdlet) -> new Removal(change).dynamicGroup(cmdlet)),
                silent(
                        "Remove-DistributionGroup",
                        true,
                        "Identity" + MANAGED,
                        (change, cmdlet) -> new GroupWork(change).removeGroup(cmdlet)),
                silent(
                        "Add-DistributionGroupMember",
                        false,
                        "Identity Member" + MANAGED,
                        (change, cmdlet) -> new GroupWork(change).addMember(cmdlet)),
                silent(
                        "Remove-DistributionGroupMember",
                        true,
                        "Identity Member" + MANAGED,
                        (change, cmdlet) -> new GroupWork(change).removeMember(cmdlet)));
    }

    /// @param primary the parameter that names a new primary address; Exchange Online's mailboxes have no
    ///     `PrimarySmtpAddress`
    private Definition setting(String name, Kind kind, String primary, String others) {
        return silent(
                name,
                false,
                ADDRESSES + primary + others + " " + String.join(" ", CustomAttributes.NAMES),
                (change, cmdlet) -> new RecipientSetting(change, kind, primary, unclear).carryOut(cmdlet));
    }

    private static Definition silent(String name, boolean asking, String parameters, BiConsumer<Change, Cmdlet> work) {
        return changing(name, asking, parameters, (change, cmdlet) -> {
            work.accept(change, cmdlet);
            return Result.nothing();
        });
    }

    private static Definition changing(String name, boolean asking, String parameters, Cmdlets.Body body) {
        return Definition.of(name, false, asking, parameters + CONFIRM, body);
    }
}
