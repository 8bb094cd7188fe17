package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A connection to the runner of BitTitan's cmdlets.
final class BitTitanRunner implements AutoCloseable {

    static final String CREDENTIAL = "fabrikam-to-contoso-bittitan";
    static final String EXCHANGE = "ManagementProxy.ManagementService.ExchangeConfiguration";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;
    private int number;

    private BitTitanRunner(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    static BitTitanRunner at(int port) {
        try {
            return new BitTitanRunner(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Connects and signs in.
    static BitTitanRunner of(RunningSimulator simulator, int port) {
        BitTitanRunner runner = at(port);
        assertThat(runner.hello(simulator.secret(CREDENTIAL)).path("ok").asBoolean())
                .isTrue();
        return runner;
    }

    JsonNode hello(String password) {
        ObjectNode request = JSON.createObjectNode().put("id", String.valueOf(++number));
        request.putObject("hello")
                .put("username", "caravan@msp.example")
                .put("password", password)
                .put("environment", "BT");
        return send(request.toString());
    }

    /// One line to it, and the line that it answers.
    JsonNode send(String line) {
        try {
            out.write(line + "\n");
            out.flush();
            return JSON.readTree(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode reply(String cmdlet, String ticket, Map<String, ?> parameters) {
        ObjectNode request = JSON.createObjectNode()
                .put("id", String.valueOf(++number))
                .put("cmdlet", cmdlet)
                .put("ticket", ticket);
        request.set("parameters", JSON.valueToTree(parameters));
        JsonNode reply = send(request.toString());
        assertThat(reply.path("id").asString()).isEqualTo(String.valueOf(number));
        return reply;
    }

    /// The rows that a cmdlet answers.
    JsonNode run(String cmdlet, String ticket, Map<String, ?> parameters) {
        JsonNode reply = reply(cmdlet, ticket, parameters);
        assertThat(reply.path("ok").asBoolean()).as(reply.toString()).isTrue();
        return reply.path("data");
    }

    JsonNode one(String cmdlet, String ticket, Map<String, ?> parameters) {
        JsonNode rows = run(cmdlet, ticket, parameters);
        assertThat(rows).as(rows.toString()).hasSize(1);
        return rows.path(0);
    }

    /// The kind and the message of the error that a cmdlet answers.
    String refusal(String cmdlet, String ticket, Map<String, ?> parameters) {
        JsonNode error = reply(cmdlet, ticket, parameters).path("error");
        return error.path("kind").asString() + ": " + error.path("message").asString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
