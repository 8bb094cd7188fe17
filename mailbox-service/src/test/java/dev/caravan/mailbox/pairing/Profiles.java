package dev.caravan.mailbox.pairing;

import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.List;
import java.util.Optional;

/// Recipients for tests, called by their guid.
final class Profiles {

    private Profiles() {}

    static Profile mailbox(String guid, String mark, String primary) {
        return of(guid, RecipientKind.MAILBOX, Profile.USER_MAILBOX, mark, primary, "");
    }

    static Profile group(String guid, String mark, String primary) {
        return of(guid, RecipientKind.DISTRIBUTION_GROUP, "MailUniversalDistributionGroup", mark, primary, "");
    }

    static Profile contact(String guid, String mark, String outside) {
        return of(guid, RecipientKind.MAIL_CONTACT, "MailContact", mark, outside, outside);
    }

    static Profile publicFolder(String guid, String primary) {
        return of(guid, RecipientKind.MAIL_PUBLIC_FOLDER, "PublicFolder", "", primary, "");
    }

    static Profile mailUser(String guid, String primary, String outside) {
        return of(guid, RecipientKind.MAIL_USER, "MailUser", "", primary, outside);
    }

    private static Profile of(
            String guid, RecipientKind kind, String type, String mark, String primary, String outside) {
        return new Profile(
                new Recipient(
                        guid, kind, Optional.of("id-" + guid), guid, guid, new AddressList(List.of("SMTP:" + primary))),
                type,
                guid,
                mark,
                outside,
                "",
                false);
    }
}
