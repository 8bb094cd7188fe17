/// BitTitan MigrationWiz and MSPComplete, by the cmdlets of their SDK.
@NullMarked
package dev.caravan.license.tool.bittitan;

import org.jspecify.annotations.NullMarked;
