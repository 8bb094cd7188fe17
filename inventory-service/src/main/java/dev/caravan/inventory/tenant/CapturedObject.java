package dev.caravan.inventory.tenant;

/// One object as it was.
///
/// @param id stable and unique among its kind, never a display name
/// @param json the object in the native shape of its product
public record CapturedObject(Kind kind, String id, String json) {}
