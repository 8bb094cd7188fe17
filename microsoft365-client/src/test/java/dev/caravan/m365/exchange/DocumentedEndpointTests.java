package dev.caravan.m365.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedEndpointTests {

    private static final Identity ALEX = new Identity("alex@fabrikam.example");
    private static final Identity CALENDAR = new Identity("alex@fabrikam.example:\\Calendar");
    private static final String DEPUTIES = "GrantSendOnBehalfTo";
    private static final String RIGHTS = "AccessRights";

    @ParameterizedTest
    @MethodSource
    void a_cmdlet_goes_by_the_endpoint_that_takes_all_of_it(Cmdlet cmdlet, DocumentedEndpoint endpoint) {
        assertThat(DocumentedEndpoint.covering(cmdlet)).contains(endpoint);
    }

    static Stream<Arguments> a_cmdlet_goes_by_the_endpoint_that_takes_all_of_it() {
        var adding = Cmdlet.on("Add-MailboxFolderPermission", CALENDAR)
                .with("User", ALEX)
                .replacing(RIGHTS, List.of("Editor"));
        var removing = Cmdlet.on("Remove-MailboxFolderPermission", CALENDAR).with("User", ALEX);
        return Stream.of(
                Arguments.of(
                        Cmdlet.of("Get-OrganizationConfig").selecting("Name"), DocumentedEndpoint.ORGANIZATION_CONFIG),
                Arguments.of(
                        Cmdlet.of("Get-AcceptedDomain").selecting("DomainName"), DocumentedEndpoint.ACCEPTED_DOMAIN),
                Arguments.of(Cmdlet.of("Get-Mailbox").selecting("Guid"), DocumentedEndpoint.MAILBOX),
                Arguments.of(Cmdlet.on("Get-Mailbox", ALEX).selecting("guid", DEPUTIES), DocumentedEndpoint.MAILBOX),
                Arguments.of(
                        Cmdlet.on("Get-Mailbox", ALEX)
                                .with("IncludeGrantSendOnBehalfTowithDisplayNames", true)
                                .selecting(DEPUTIES),
                        DocumentedEndpoint.MAILBOX),
                Arguments.of(
                        Cmdlet.on("Set-Mailbox", ALEX).replacing(DEPUTIES, List.of("bo@fabrikam.example")),
                        DocumentedEndpoint.MAILBOX),
                Arguments.of(
                        Cmdlet.on("Set-Mailbox", ALEX).changing(DEPUTIES, List.of("bo@fabrikam.example"), List.of()),
                        DocumentedEndpoint.MAILBOX),
                Arguments.of(
                        Cmdlet.on("Get-MailboxFolderPermission", CALENDAR).selecting("User", RIGHTS),
                        DocumentedEndpoint.MAILBOX_FOLDER_PERMISSION),
                Arguments.of(adding, DocumentedEndpoint.MAILBOX_FOLDER_PERMISSION),
                Arguments.of(
                        adding.with("SharingPermissionFlags", "Delegate"),
                        DocumentedEndpoint.MAILBOX_FOLDER_PERMISSION),
                Arguments.of(removing, DocumentedEndpoint.MAILBOX_FOLDER_PERMISSION),
                Arguments.of(removing.with("Confirm", false), DocumentedEndpoint.MAILBOX_FOLDER_PERMISSION),
                Arguments.of(
                        Cmdlet.on("Get-DistributionGroupMember", ALEX).selecting("Guid"),
                        DocumentedEndpoint.DISTRIBUTION_GROUP_MEMBER),
                Arguments.of(
                        Cmdlet.on("Get-DynamicDistributionGroupMember", ALEX).selecting("Guid"),
                        DocumentedEndpoint.DYNAMIC_DISTRIBUTION_GROUP_MEMBER));
    }

    @ParameterizedTest
    @MethodSource
    void a_cmdlet_goes_by_none(String because, Cmdlet cmdlet) {
        assertThat(DocumentedEndpoint.covering(cmdlet)).as(because).isEmpty();
    }

    static Stream<Arguments> a_cmdlet_goes_by_none() {
        var deputies = Cmdlet.on("Set-Mailbox", ALEX).replacing(DEPUTIES, List.of("bo@fabrikam.example"));
        return Stream.of(
                Arguments.of("no endpoint takes it", Cmdlet.of("Get-MailUser").selecting("Guid")),
                Arguments.of(
                        "a parameter is not documented",
                        Cmdlet.of("Get-Mailbox").with("Filter", "Name -eq 'x'").selecting("Guid")),
                Arguments.of(
                        "a parameter is not documented",
                        Cmdlet.of("Get-OrganizationConfig")
                                .with("RetrieveEwsOperationAccessPolicy", true)
                                .selecting("Name")),
                Arguments.of("one of two parameters is not documented", deputies.with("DisplayName", "Alex")),
                Arguments.of("a parameter is missing", Cmdlet.on("Set-Mailbox", ALEX)),
                Arguments.of(
                        "a parameter is missing",
                        Cmdlet.of("Get-DistributionGroupMember").selecting("Guid")),
                Arguments.of(
                        "nothing is said of null",
                        Cmdlet.on("Set-Mailbox", ALEX).clearing(DEPUTIES)),
                Arguments.of("all properties are wanted", Cmdlet.of("Get-Mailbox")),
                Arguments.of(
                        "a property is wanted that is not shown",
                        Cmdlet.of("Get-Mailbox").selecting("Guid", "ForwardingSmtpAddress")),
                Arguments.of(
                        "it is to ask back",
                        Cmdlet.on("Remove-MailboxFolderPermission", CALENDAR)
                                .with("User", ALEX)
                                .with("Confirm", true)));
    }
}
