package dev.caravan.license.runner;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the program is reached that runs BitTitan's cmdlets. Command or address, not both; without either the service
/// starts, and refuses what needs BitTitan.
///
/// @param command a program with its arguments that lasts and speaks on its standard streams, such as
///     `ssh, windows-host, powershell.exe, -NoProfile, -File, runner.ps1`
/// @param address where somebody listens who speaks the same, as `host:port`
/// @param timeout how long an answer may take; by then an attempt that follows has not begun
@ConfigurationProperties("bittitan.runner")
public record RunnerSettings(
        @Nullable List<String> command,
        @Nullable String address,
        @Nullable Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(100);
    private static final int PORT_MAX = 65_535;

    public RunnerSettings {
        command = command == null ? List.of() : List.copyOf(command);
        timeout = timeout == null ? TIMEOUT : timeout;
        if (address != null && address.isBlank()) {
            address = null;
        }
        if (!command.isEmpty() && address != null) {
            throw new IllegalArgumentException("bittitan.runner: command or address, not both");
        }
        if (command.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("bittitan.runner.command: no word of it may be empty");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("bittitan.runner.timeout: must be longer than nothing, is " + timeout);
        }
        if (address != null) {
            parse(address);
        }
    }

    @Override
    public List<String> command() {
        return command == null ? List.of() : command;
    }

    @Override
    public Duration timeout() {
        return timeout == null ? TIMEOUT : timeout;
    }

    /// Where it listens, when it does.
    Optional<InetSocketAddress> listener() {
        return Optional.ofNullable(address).map(RunnerSettings::parse);
    }

    private static InetSocketAddress parse(String written) {
        var colon = written.lastIndexOf(':');
        try {
            var port = Integer.parseInt(written.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= PORT_MAX) {
                return InetSocketAddress.createUnresolved(written.substring(0, colon), port);
            }
        } catch (NumberFormatException _) {
            // It is told below.
        }
        throw new IllegalArgumentException("bittitan.runner.address: must be host:port, is " + written);
    }
}
