package dev.caravan.simulator.dns.server;

import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import dev.caravan.simulator.ledger.Call;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;

class NameServerTests {

    private static final String PRIMARY = "127.0.0.1";
    private static final String SECONDARY = "127.0.0.2";

    @TempDir
    Path data;

    private Servers servers;

    @BeforeEach
    void start() {
        String big = "big TXT " + ("\"" + "x".repeat(250) + "\" ").repeat(8) + "\n";
        String zone = ZoneFixture.HEAD + "@ 14400 IN MX 0 mail\nwww IN CNAME @\n@ A 198.51.100.1\n" + big;
        servers = Servers.start(
                data, Map.of("fabrikam.example", zone, "other.example", "$TTL 60\n@ SOA ns1 a 1 2 3 4 5\n@ NS ns1\n"));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void every_server_answers_with_authority() {
        for (String server : List.of(PRIMARY, SECONDARY)) {
            // When
            Message answer = servers.ask(server, "wWw", Type.A);
            // Then
            assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
            assertThat(answer.getQuestion().getName()).hasToString("wWw.fabrikam.example.");
            assertThat(answer.getSection(Section.ANSWER)).hasSize(2);
        }
        assertThat(servers.ask(PRIMARY, "elsewhere.example.", Type.A).getRcode())
                .isEqualTo(Rcode.REFUSED);
    }

    @Test
    void what_does_not_fit_a_datagram_is_truncated_and_comes_whole_by_stream() throws IOException {
        // When
        Message datagram = servers.send(PRIMARY, Servers.question("big", Type.TXT), null, true);
        Message truncated = raw(Servers.question("big", Type.TXT));
        // Then
        assertThat(datagram.getSection(Section.ANSWER)).hasSize(1);
        assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(truncated.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void extensions_are_answered_in_kind() throws IOException {
        // Given
        Message known = Servers.question("www", Type.A);
        known.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        Message unknown = Servers.question("www", Type.A);
        unknown.addRecord(new OPTRecord(4096, 0, 1), Section.ADDITIONAL);
        // Then
        assertThat(raw(known).getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(raw(unknown).getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(raw(Servers.question("www", Type.A)).getOPT()).isNull();
    }

    @Test
    void octets_that_are_no_message_do_no_harm() throws IOException {
        // Given
        byte[] broken = Arrays.copyOf(Servers.question("www", Type.A).toWire(), 20);
        // Then
        assertThat(raw(broken).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw(new byte[] {1, 2, 3}));
        Message response = Servers.question("www", Type.A);
        response.getHeader().setFlag(Flags.QR);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw(response.toWire()));
        Message status = Servers.question("www", Type.A);
        status.getHeader().setOpcode(Opcode.STATUS);
        assertThat(raw(status).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void an_update_with_the_key_of_the_account_is_made_and_recorded() {
        // When
        Message answer = servers.add(record("fabrikam.example.", 300, "MX", "0 mail"));
        // Then
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.isVerified()).isTrue();
        assertThat(servers.answer(PRIMARY, "fabrikam.example.", Type.MX))
                .containsExactly("fabrikam.example. 300 IN MX 0 mail.fabrikam.example.");
        Call call = servers.ledger.after(0).getFirst();
        assertThat(call.method()).isEqualTo("UPDATE");
        assertThat(call.account()).isEqualTo("dns:test");
        assertThat(call.credential()).isEqualTo("caravan-test.");
        assertThat(call.effect()).containsExactly("fabrikam.example. MX ttl 14400 → 300");
    }

    @Test
    void an_update_without_the_key_is_refused_and_recorded() throws IOException {
        // Given
        Message update = Servers.adding(record("x", 60, "A", "198.51.100.9"));
        TSIG stranger = new TSIG(TSIG.HMAC_SHA256, Names.absolute("stranger."), Servers.SECRET);
        TSIG forged = new TSIG(TSIG.HMAC_SHA256, Servers.KEY, new byte[32]);
        TSIG weak = new TSIG(TSIG.HMAC_SHA1, Servers.KEY, Servers.SECRET);
        // Then
        assertThat(status(PRIMARY, update, null)).isEqualTo("REFUSED");
        assertThat(status(PRIMARY, update, stranger)).isEqualTo("NOTAUTH BADKEY");
        assertThat(status(PRIMARY, update, forged)).isEqualTo("NOTAUTH BADSIG");
        assertThat(status(PRIMARY, update, weak)).isEqualTo("NOTAUTH BADKEY");
        assertThat(status(PRIMARY, update, at(Instant.now().minus(Duration.ofHours(1)))))
                .isEqualTo("NOTAUTH BADTIME");
        assertThat(status(SECONDARY, update, Servers.key())).isEqualTo("REFUSED");
        assertThat(servers.ledger.after(0)).extracting(Call::effect).containsOnly(List.of());
        assertThat(servers.serial(PRIMARY)).isEqualTo(2026112001L);
    }

    @Test
    void the_other_algorithm_is_taken_and_a_zone_that_nobody_has_is_not() throws IOException {
        // Given
        TSIG strong = new TSIG(TSIG.HMAC_SHA512, Servers.KEY, Servers.SECRET);
        // Then
        assertThat(status(PRIMARY, Servers.adding(record("x", 60, "A", "198.51.100.9")), strong))
                .isEqualTo("NOERROR");
        assertThat(servers.send(PRIMARY, Message.newUpdate(Names.absolute("none.example.")), strong, true)
                        .getRcode())
                .isEqualTo(Rcode.NOTAUTH);
    }

    @Test
    void a_transfer_takes_the_key() throws IOException, ZoneTransferException {
        // When
        var records = servers.transfer(SECONDARY, Servers.key());
        // Then
        assertThat(records).hasSize(10);
        assertThat(records.getFirst()).isEqualTo(records.getLast());
        assertThat(servers.lastCall().method()).isEqualTo("AXFR");
        assertThatExceptionOfType(ZoneTransferException.class).isThrownBy(() -> servers.transfer(PRIMARY, null));
        assertThat(servers.lastCall().status()).isEqualTo("REFUSED");
    }

    @Test
    void faults_come_as_often_as_they_are_asked_for() throws IOException {
        // Given
        servers.fault("dns-refuse", 1, Map.of("on", "update"));
        Message update = Servers.adding(record("x", 60, "A", "198.51.100.9"));
        // Then
        assertThat(servers.ask(PRIMARY, "www", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(status(PRIMARY, update, Servers.key())).isEqualTo("REFUSED");
        servers.fault("dns-servfail", null, Map.of());
        assertThat(servers.ask(SECONDARY, "www", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(status(PRIMARY, update, Servers.key())).isEqualTo("SERVFAIL");
        servers.faults.clear();
        assertThat(status(PRIMARY, update, Servers.key())).isEqualTo("NOERROR");
    }

    @Test
    void a_lost_answer_leaves_its_update_made_and_its_repetition_changes_nothing() throws IOException {
        // Given
        servers.fault("dns-apply-then-lose", 1, Map.of());
        byte[] update = signed(Servers.adding(record("x", 60, "A", "198.51.100.9")));
        // When
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw(update));
        // Then
        assertThat(servers.lastCall().status()).isEqualTo("NOERROR, answer lost");
        assertThat(servers.lastCall().effect()).containsExactly("x.fabrikam.example. A added 198.51.100.9 ttl 60");
        assertThat(raw(update).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(servers.lastCall().effect()).isEmpty();
        assertThat(servers.serial(PRIMARY)).isEqualTo(2026112002L);
    }

    @Test
    void a_server_can_fall_silent() {
        // Given
        servers.fault("dns-timeout", 1, Map.of());
        // Then
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw(Servers.question("www", Type.A)));
        assertThat(servers.lastCall().status()).isEqualTo("no answer");
        assertThat(servers.ask(PRIMARY, "www", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    private String status(String server, Message message, @Nullable TSIG key) throws IOException {
        servers.send(server, message, key, true);
        return servers.lastCall().status();
    }

    private static TSIG at(Instant instant) {
        SecretKeySpec secret = new SecretKeySpec(Servers.SECRET, "HmacSHA256");
        return new TSIG(TSIG.HMAC_SHA256, Servers.KEY, secret, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static byte[] signed(Message message) {
        message.setTSIG(Servers.key());
        return message.toWire(65_535);
    }

    private Message raw(Message message) throws IOException {
        return raw(message.toWire());
    }

    private Message raw(byte[] octets) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(500);
            socket.send(new DatagramPacket(octets, octets.length, servers.address(PRIMARY)));
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(answer);
            return new Message(Arrays.copyOf(answer.getData(), answer.getLength()));
        }
    }
}
