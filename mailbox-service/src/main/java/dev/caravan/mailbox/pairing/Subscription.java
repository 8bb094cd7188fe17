package dev.caravan.mailbox.pairing;

/// What licences a tenant has of a product.
///
/// @param skuId the product's id
/// @param partNumber the product's name, such as `ENTERPRISEPACK`: the same in all tenants
/// @param givesMailbox whether one of its plans is a mailbox
/// @param free how many users can still be licensed
public record Subscription(String skuId, String partNumber, boolean givesMailbox, int free) {}
