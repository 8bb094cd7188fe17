package dev.caravan.license.item;

/// How far somebody is on the way to a licence (User Migration Bundle): BitTitan needs minutes for it.
public enum Licence {
    NONE,
    ASKED_FOR,
    ACTIVE
}
