package dev.caravan.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.testing.OpenCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Leave to act on the tenant of [MicrosoftStandIn], which keeps what was called and how long was paused. Time passes
/// in pauses only.
public final class TenantCall implements Call {

    private static final Set<String> HOSTS =
            Set.of("login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com");

    private final OpenCall open;
    private final AtomicReference<Instant> now;
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private Runnable inPause = () -> {};
    private boolean stopsInPause;
    private boolean isStopped;

    private TenantCall(OpenCall open, AtomicReference<Instant> now) {
        this.open = open;
        this.now = now;
    }

    public static TenantCall toTheTenant() {
        return to(HOSTS, Map.of());
    }

    /// Leave for these hosts only.
    public static TenantCall to(Set<String> hosts, Map<String, String> settings) {
        return to(hosts, settings, Optional.of(MicrosoftStandIn.TENANT));
    }

    public static TenantCall to(Set<String> hosts, Map<String, String> settings, Optional<String> tenantId) {
        var open = OpenCall.to(Connection.Kind.TENANT, hosts, settings);
        var bare = open.connection();
        var connection = new Connection(
                bare.connectionId(),
                bare.kind(),
                bare.displayName(),
                bare.customerId(),
                bare.account(),
                tenantId,
                Optional.of(MicrosoftStandIn.APPLICATION),
                bare.credentialRef(),
                hosts,
                settings,
                false);
        return new TenantCall(new OpenCall(open.header(), connection), new AtomicReference<>(OpenCall.NOW));
    }

    /// Another command of the same connection, at the same time.
    public TenantCall another() {
        return new TenantCall(open, now);
    }

    /// A command of the same connection at the same time, while the customer's mail is at risk.
    public TenantCall whileMailIsAtRisk() {
        var header = open.header();
        var urgent = new CommandHeader(
                header.commandId(),
                header.runId(),
                header.stepId(),
                header.chunk(),
                header.attempt(),
                header.customerId(),
                header.connectionId(),
                header.account(),
                header.issuedAt(),
                header.notAfter(),
                header.dryRun(),
                header.cursor(),
                header.approvedChanges(),
                true);
        return new TenantCall(new OpenCall(urgent, open.connection()), now);
    }

    /// Another connection's command at the same time.
    public TenantCall atTheTimeOf(TenantCall other) {
        return new TenantCall(open, other.now);
    }

    /// The command is to stop as soon as it pauses.
    public TenantCall stoppingInPause() {
        stopsInPause = true;
        return this;
    }

    /// What somebody else does while the command pauses first.
    public TenantCall inPause(Runnable happens) {
        inPause = happens;
        return this;
    }

    public List<String> called() {
        return called;
    }

    public List<Duration> pauses() {
        return pauses;
    }

    @Override
    public CommandHeader header() {
        return open.header();
    }

    @Override
    public Connection connection() {
        return open.connection();
    }

    @Override
    public InstantSource clock() {
        return now::get;
    }

    @Override
    public <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request) {
        if (isStopped) {
            return Outcome.failedForNow("stopped", "as prepared");
        }
        called.add(api + " " + host);
        return open.remote(api, host, request);
    }

    @Override
    public Outcome<Call> through(Target target) {
        return Outcome.failedForGood("unknown-connection", "there is no connection " + target.connectionId());
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        var happens = inPause;
        inPause = () -> {};
        happens.run();
        isStopped = stopsInPause;
        if (!isStopped) {
            now.updateAndGet(instant -> instant.plus(duration));
        }
    }
}
