package dev.caravan.launcher.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// What makes a broker small, loopback only, ready for many small transactions, and quick to notice that a client or it
/// itself was killed.
record BrokerSettings(Path data, int port, int controllerPort) {

    /// The heap is a demo's: Kafka's own default for the cleaner alone is 128 MiB.
    private static final String CLEANER_BUFFER_BYTES = Integer.toString(4 * 1024 * 1024);

    Properties properties() {
        var settings = new Properties();
        place(settings);
        keepSmall(settings);
        commitOften(settings);
        noticeQuickly(settings);
        return settings;
    }

    private void place(Properties settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.resolve("log").toString());
    }

    private static void keepSmall(Properties settings) {
        for (var topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES);
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }

    /// A transaction that begins before the last one's markers are written is tried again (default: after 20 ms).
    private static void commitOften(Properties settings) {
        settings.put("add.partitions.to.txn.retry.backoff.ms", "2");
    }

    private static void noticeQuickly(Properties settings) {
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        for (var group : List.of("group.consumer", "group.share", "group.streams")) {
            settings.put(group + ".min.session.timeout.ms", "3000");
            settings.put(group + ".session.timeout.ms", "6000");
            settings.put(group + ".min.heartbeat.interval.ms", "500");
            settings.put(group + ".heartbeat.interval.ms", "1000");
        }
        settings.put("group.share.min.record.lock.duration.ms", "1000");
    }
}
