package dev.caravan.mailbox.contact;

import dev.caravan.mailbox.address.AddressList;
import java.util.List;

/// A name in the address list for somebody outside, as Exchange shows it.
///
/// @param guid its id in Exchange; one that is created again has another
/// @param name unique among contacts
/// @param displayName for people only: names repeat
/// @param alias its short name; empty where there is none
/// @param outside the address that gets its mail, as Exchange writes it: `SMTP:ada@a.example`. No two contacts have the
///     same, so it is what finds one that was created again
/// @param memberOf guids of the distribution groups that it is in
public record Contact(
        String guid,
        String name,
        String displayName,
        String alias,
        String outside,
        AddressList addresses,
        List<String> memberOf) {

    public Contact {
        memberOf = List.copyOf(memberOf);
    }
}
