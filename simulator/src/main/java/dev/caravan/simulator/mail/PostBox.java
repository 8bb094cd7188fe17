package dev.caravan.simulator.mail;

import dev.caravan.simulator.journal.Entry;

/// Takes letters from whoever writes one in a tenant; they travel like all others.
public interface PostBox {

    /// The letter as it has to be kept, together with whatever else its writing changes.
    Entry entry(Posted letter);

    /// It has been kept: now it sets out.
    void takes(Posted letter);
}
