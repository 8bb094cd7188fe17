package dev.caravan.m365.token;

import static dev.caravan.m365.MicrosoftStandIn.Host.LOGIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.TenantCall;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final MicrosoftStandIn microsoft = new MicrosoftStandIn();
    private final TenantCall call = TenantCall.toTheTenant();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void an_application_with_a_certificate_signs_in_by_signature()
            throws IOException, InterruptedException, GeneralSecurityException {
        // Given
        var keys = keys();
        microsoft.rotate(pem("CERTIFICATE", keys.getCertificate("app").getEncoded())
                + pem("PRIVATE KEY", keys.getKey("app", PASSWORD).getEncoded()));

        // When
        var token = token();

        // Then
        assertThat(token).isInstanceOf(Outcome.Done.class);
        var body = microsoft.asked(LOGIN).getFirst().body();
        assertThat(body).doesNotContain("client_secret");
        assertThat(isSignedWith(keys.getCertificate("app"), assertion(body))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
                        + "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----"
            })
    void a_credential_that_cannot_be_used_is_refused_without_showing_it(String secret) {
        // Given
        microsoft.rotate(secret);

        // When
        var failed = (Outcome.Failed<?>) token();

        // Then
        assertThat(failed.code()).isEqualTo("bad-credential");
        assertThat(failed.isTransient()).isFalse();
        assertThat(failed.reason()).doesNotContain("MAA=");
        assertThat(microsoft.asked(LOGIN)).isEmpty();
    }

    private Outcome<Secret> token() {
        var settings = microsoft.settings();
        var tokens = new Tokens(settings, microsoft.credentials(), new Http(), new Endpoints(settings));
        return Tenant.of(call.connection()).then(tenant -> tokens.token(tenant, "graph.microsoft.com", call));
    }

    private KeyStore keys() throws IOException, InterruptedException, GeneralSecurityException {
        var file = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias app -keyalg RSA -keysize 2048 -dname CN=app -storetype PKCS12"
                                        + " -storepass changeit -keystore " + file)
                                .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD);
        }
        return keys;
    }

    private static String pem(String label, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    private static String assertion(String body) {
        var found = Pattern.compile("client_assertion=([^&]+)").matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static boolean isSignedWith(Certificate certificate, String jwt) throws GeneralSecurityException {
        var dot = jwt.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate);
        signature.update(jwt.substring(0, dot).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
    }
}
