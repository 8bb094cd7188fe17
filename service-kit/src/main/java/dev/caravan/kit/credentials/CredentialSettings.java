package dev.caravan.kit.credentials;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where secrets are mounted.
///
/// @param directory holds one file per secret, named as the credential's reference; absent: environment only
@ConfigurationProperties("caravan.credentials")
record CredentialSettings(@Nullable Path directory) {}
