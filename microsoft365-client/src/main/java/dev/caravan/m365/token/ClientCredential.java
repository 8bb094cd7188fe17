package dev.caravan.m365.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an application proves itself with: a certificate with its key where the secret is PEM, else a client secret.
final class ClientCredential {

    private static final Pattern CERTIFICATE = block("CERTIFICATE");
    private static final Pattern KEY = block("PRIVATE KEY");

    private ClientCredential() {}

    /// [Outcome.Failed] for good, with code `bad-credential`, for PEM that does not hold both.
    static Outcome<IClientCredential> of(Secret secret) {
        var text = secret.reveal().strip();
        if (text.isEmpty()) {
            return bad("the secret is empty");
        }
        return text.contains("-----BEGIN ")
                ? ofPem(text)
                : Outcome.done(ClientCredentialFactory.createFromSecret(text));
    }

    private static Outcome<IClientCredential> ofPem(String pem) {
        var certificate = content(CERTIFICATE, pem);
        var key = content(KEY, pem);
        if (certificate.isEmpty() || key.isEmpty()) {
            return bad("PEM must hold a CERTIFICATE and a PRIVATE KEY (PKCS#8)");
        }
        try {
            return Outcome.done(
                    ClientCredentialFactory.createFromCertificate(key(key.get()), certificate(certificate.get())));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return bad("the certificate or its RSA key cannot be read");
        }
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    private static PrivateKey key(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static Optional<byte[]> content(Pattern block, String pem) {
        var found = block.matcher(pem);
        return found.find()
                ? Optional.of(Base64.getMimeDecoder().decode(found.group(1).getBytes(US_ASCII)))
                : Optional.empty();
    }

    private static Pattern block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----([^-]+)-----END " + label + "-----");
    }

    private static <T> Outcome<T> bad(String why) {
        return Outcome.failedForGood("bad-credential", "the application's credential cannot be used: " + why);
    }
}
