package dev.caravan.m365.wire;

import java.util.Arrays;
import java.util.Optional;

/// A national cloud and its hosts: tenants of one are unknown in the others. Login hosts are those of msal4j's
/// `AzureCloudEndpoint`, Graph's those of the SDK's `BaseGraphRequestAdapter.Clouds`, Exchange's those of Microsoft's
/// page on the Exchange Online Admin API.
public enum Cloud {
    GLOBAL("global", "login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com"),
    US_GOVERNMENT("usgov", "login.microsoftonline.us", "graph.microsoft.us", "outlook.office365.us"),
    US_DEFENSE("dod", "login.microsoftonline.us", "dod-graph.microsoft.us", "outlook-dod.office365.us"),
    CHINA("china", "login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn", "outlook.office365.cn");

    private final String word;
    private final String loginHost;
    private final String graphHost;
    private final String exchangeHost;

    Cloud(String word, String loginHost, String graphHost, String exchangeHost) {
        this.word = word;
        this.loginHost = loginHost;
        this.graphHost = graphHost;
        this.exchangeHost = exchangeHost;
    }

    /// The cloud that a connection's setting `cloud` calls so.
    static Optional<Cloud> called(String word) {
        return Arrays.stream(values()).filter(cloud -> cloud.word.equals(word)).findFirst();
    }

    /// Where tokens come from.
    public String loginHost() {
        return loginHost;
    }

    public String graphHost() {
        return graphHost;
    }

    public String exchangeHost() {
        return exchangeHost;
    }

    @Override
    public String toString() {
        return word;
    }
}
