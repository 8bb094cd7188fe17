package dev.caravan.orchestrator.runbook.lint;

/// Where the parts of something stand in its file. A path consists of keys, from the outside in; a part that is not
/// there
/// stands where the nearest part around it stands.
public interface Place {

    /// Where the value at the path stands.
    Mark of(String... path);

    /// Where the key that ends the path stands.
    Mark ofKey(String... path);

    /// Where an item of the list under this key stands.
    Mark ofItem(String key, String item);

    /// Whether the file says something under this key.
    boolean has(String key);
}
