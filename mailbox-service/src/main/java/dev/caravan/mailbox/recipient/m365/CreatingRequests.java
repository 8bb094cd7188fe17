package dev.caravan.mailbox.recipient.m365;

import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.NewTarget;
import dev.caravan.mailbox.pairing.Profile;
import tools.jackson.databind.node.JsonNodeFactory;

/// What creates and finishes targets. Users and Microsoft 365 groups are the directory's, all others Exchange's.
final class CreatingRequests {

    static final String ATTRIBUTES = "onPremisesExtensionAttributes";
    static final String ATTRIBUTE = "extensionAttribute15";

    private CreatingRequests() {}

    /// The mark is there from the beginning.
    static GraphRequest user(NewTarget target, Destination destination) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("accountEnabled", true)
                .put("displayName", target.source().displayName())
                .put("mailNickname", target.nick())
                .put("userPrincipalName", target.address())
                .put("usageLocation", destination.usageLocation());
        body.putObject("passwordProfile")
                .put("password", Passwords.random())
                .put("forceChangePasswordNextSignIn", true);
        body.putObject(ATTRIBUTES).put(ATTRIBUTE, Mark.of(target.source().guid()));
        return GraphRequest.post(Resource.at("users"), body);
    }

    static GraphRequest licence(NewTarget target, Subscription subscription) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("addLicenses")
                .addObject()
                .put("skuId", subscription.skuId())
                .putArray("disabledPlans");
        body.putArray("removeLicenses");
        return GraphRequest.post(Resource.at("users", target.address(), "assignLicense"), body);
    }

    /// Nobody but its members may look into it before its owners say so.
    static GraphRequest unifiedGroup(NewTarget target) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("displayName", target.source().displayName())
                .put("mailEnabled", true)
                .put("mailNickname", target.nick())
                .put("securityEnabled", false)
                .put("visibility", "Private");
        body.putArray("groupTypes").add("Unified");
        return GraphRequest.post(Resource.at("groups"), body);
    }

    static Cmdlet cmdlet(NewTarget target) {
        var source = target.source();
        return switch (source.targetKind()) {
            case MAILBOX ->
                named("New-Mailbox", target).with(source.targetType().replace("Mailbox", ""), true);
            case DISTRIBUTION_GROUP ->
                named("New-DistributionGroup", target)
                        .with("Type", source.type().contains("Security") ? "Security" : "Distribution");
            case DYNAMIC_DISTRIBUTION_GROUP ->
                named("New-DynamicDistributionGroup", target).with("RecipientFilter", source.filter());
            case MAIL_CONTACT -> shown("New-MailContact", source).with("ExternalEmailAddress", target.address());
            case MAIL_USER, MAIL_PUBLIC_FOLDER, UNIFIED_GROUP ->
                throw new IllegalArgumentException("Exchange does not create a " + source.targetKind());
        };
    }

    private static Cmdlet named(String name, NewTarget target) {
        return shown(name, target.source()).with("Alias", target.nick()).with("PrimarySmtpAddress", target.address());
    }

    private static Cmdlet shown(String name, Profile source) {
        return Cmdlet.of(name).with("Name", Mark.name(source.guid())).with("DisplayName", source.displayName());
    }

    /// With its mark a group takes letters of the same senders as its source.
    static Cmdlet mark(NewTarget target) {
        var source = target.source();
        var marking = Cmdlet.on(RecipientCmdlets.setting(source.targetKind()), new Identity(key(target)))
                .with(Profiles.MARK, target.id());
        return switch (source.targetKind()) {
            case DISTRIBUTION_GROUP, DYNAMIC_DISTRIBUTION_GROUP, UNIFIED_GROUP ->
                marking.with(Profiles.INSIDERS_ONLY, source.isForInsiders());
            case MAILBOX, MAIL_USER, MAIL_CONTACT, MAIL_PUBLIC_FOLDER -> marking;
        };
    }

    /// What it is found by before it has its mark.
    private static String key(NewTarget target) {
        return switch (target.source().kind()) {
            case UNIFIED_GROUP -> target.nick();
            case MAILBOX, MAIL_USER, MAIL_CONTACT, MAIL_PUBLIC_FOLDER, DISTRIBUTION_GROUP, DYNAMIC_DISTRIBUTION_GROUP ->
                Mark.name(target.source().guid());
        };
    }
}
