package dev.caravan.launcher.platform;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.broker.Broker;
import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.process.Port;
import dev.caravan.launcher.process.Probe;
import dev.caravan.launcher.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// How each process of the platform is run: small heaps, the serial collector and the first compiler only, because a
/// demo starts ten JVMs on a laptop.
public final class Programs {

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true");
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";
    private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final Installation installation;
    private final PortPlan ports;
    private final Path data;
    private final String clock;
    private final List<String> compilers;

    /// Everything keeps the simulator's clock.
    public Programs(Installation installation, PortPlan ports, Path data) {
        this(installation, ports, data, ports.url(ports.simulator()) + "/sim/clock", List.of(FIRST_COMPILER_ONLY));
    }

    private Programs(Installation installation, PortPlan ports, Path data, String clock, List<String> compilers) {
        this.installation = installation;
        this.ports = ports;
        this.data = data;
        this.clock = clock;
        this.compilers = compilers;
    }

    /// The same without a simulator, and with all compilers: how fast something is, not how soon it is there.
    public Programs forMeasuring() {
        return new Programs(installation, ports, data, "", List.of());
    }

    /// Every program, the simulator without worlds: what start-up caches are made for.
    public List<Program> all() {
        return Stream.concat(
                        Stream.of(broker(), registry(), simulator(List.of()), orchestrator(List.of())),
                        workers().stream())
                .toList();
    }

    public Program broker() {
        return program(
                "broker",
                installation.application("launcher"),
                Broker.class.getName(),
                flags("-Xmx256m", "-Dlogback.configurationFile=logback-broker.xml"),
                List.of(
                        data.resolve("broker").toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.controller())),
                List.of(Port.tcp(ports.broker()), Port.tcp(ports.controller())),
                Probe.listening(ports.broker()));
    }

    public Program registry() {
        return program(
                "registry",
                installation.registry(),
                QUARKUS_MAIN,
                flags(
                        "-Xmx256m",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + ports.registry(),
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + ports.registryManagement(),
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dquarkus.log.level=WARN",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-Dapicurio.datasource.url=jdbc:h2:file:" + data.resolve("registry/db")),
                List.of(),
                List.of(Port.tcp(ports.registry()), Port.tcp(ports.registryManagement())),
                Probe.http(ports.url(ports.registryManagement()), "/health/ready"));
    }

    /// @param arguments worlds and clock
    public Program simulator(List<String> arguments) {
        var all = new ArrayList<>(List.of(
                "serve",
                "--port",
                Integer.toString(ports.simulator()),
                "--dns-port",
                Integer.toString(ports.nameServers()),
                "--resolver-port",
                Integer.toString(ports.resolver()),
                "--data",
                data.resolve("simulator").toString(),
                "--simulator.bittitan.port=" + ports.bittitan()));
        all.addAll(arguments);
        var jar = installation.application("simulator");
        return program(
                "simulator",
                jar,
                mainClass(jar),
                flags("-Xmx256m"),
                all,
                List.of(
                        Port.tcp(ports.simulator()),
                        Port.tcp(ports.nameServers()),
                        Port.udp(ports.nameServers()),
                        Port.tcp(ports.resolver()),
                        Port.udp(ports.resolver()),
                        Port.tcp(ports.bittitan())),
                Probe.http(ports.url(ports.simulator()), "/sim/worlds"));
    }

    /// @param more settings that only this demo knows
    public Program orchestrator(List<String> more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.kafka.streams.state-dir=" + data.resolve("orchestrator"),
                "--spring.kafka.streams.properties.num.standby.replicas=0",
                "--caravan.stream.topics-wait-max=3m"));
        arguments.addAll(more);
        return service("orchestrator-service", ports.console(), "-Xmx192m", arguments);
    }

    /// The services that do what the orchestrator commands.
    public List<Program> workers() {
        return List.of(
                service("dns-service", ports.dns(), "-Xmx128m", List.of()),
                service("inventory-service", ports.inventory(), "-Xmx128m", List.of()),
                service("mailbox-service", ports.mailbox(), "-Xmx128m", List.of()),
                service(
                        "license-service",
                        ports.license(),
                        "-Xmx128m",
                        List.of("--bittitan.runner.address=127.0.0.1:" + ports.bittitan())));
    }

    private Program service(String module, int port, String heap, List<String> more) {
        var jar = installation.application(module);
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.kafka.bootstrap-servers=" + ports.bootstrapServers(),
                "--caravan.registry.url=" + ports.registryApi(),
                "--caravan.clock.url=" + clock,
                "--caravan.credentials.directory=" + data.resolve("credentials"),
                "--spring.config.additional-location=optional:file:" + data.resolve("config") + "/"));
        arguments.addAll(more);
        return program(
                module,
                jar,
                mainClass(jar),
                flags(heap),
                arguments,
                List.of(Port.tcp(port)),
                Probe.http(ports.url(port), "/actuator/health"));
    }

    private Program program(
            String name,
            Path jar,
            String mainClass,
            List<String> flags,
            List<String> arguments,
            List<Port> listensOn,
            Probe ready) {
        return new Program(
                name,
                installation.java(),
                List.of(installation.leash(), jar),
                mainClass,
                flags,
                arguments,
                listensOn,
                ready);
    }

    private List<String> flags(String... own) {
        var flags = new ArrayList<>(COMMON);
        flags.addAll(compilers);
        flags.addAll(List.of(own));
        return flags;
    }

    /// As the jar's manifest names it.
    static String mainClass(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var name = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (name == null) {
                throw new Unusable(jar + " names no main class: ./caravan build makes it anew.");
            }
            return name;
        } catch (IOException unreadable) {
            throw new Unusable(jar + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
