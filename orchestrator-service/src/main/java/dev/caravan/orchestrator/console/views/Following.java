package dev.caravan.orchestrator.console.views;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/// Follows the topics from when the application starts until it stops.
public final class Following implements SmartLifecycle {

    private final List<TopicFollower> followers;
    private volatile boolean isRunning;

    Following(TopicFollower... followers) {
        this.followers = List.of(followers);
    }

    /// Whether all that was on the topics when the application started is in memory.
    public boolean isAtEnd() {
        return followers.stream().allMatch(TopicFollower::isAtEnd);
    }

    List<String> unfinished() {
        return followers.stream()
                .filter(follower -> !follower.isAtEnd())
                .map(TopicFollower::topic)
                .toList();
    }

    @Override
    public void start() {
        isRunning = true;
        followers.forEach(TopicFollower::start);
    }

    @Override
    public void stop() {
        isRunning = false;
        followers.forEach(TopicFollower::stop);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
