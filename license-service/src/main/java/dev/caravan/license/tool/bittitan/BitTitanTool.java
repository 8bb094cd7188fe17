package dev.caravan.license.tool.bittitan;

import dev.caravan.license.runner.BitTitan;
import dev.caravan.license.tool.Items;
import dev.caravan.license.tool.Licences;
import dev.caravan.license.tool.MigrationTool;
import dev.caravan.license.tool.Passes;
import dev.caravan.license.tool.Projects;

/// BitTitan as the tool that copies mailboxes.
public record BitTitanTool(Projects projects, Items items, Licences licences, Passes passes) implements MigrationTool {

    public static BitTitanTool of(BitTitan bittitan) {
        var sdk = new Sdk(bittitan);
        var endUsers = new EndUsers(sdk);
        return new BitTitanTool(
                new BitTitanProjects(sdk),
                new BitTitanItems(sdk, endUsers),
                new BitTitanLicences(sdk, endUsers),
                new BitTitanPasses(sdk));
    }
}
