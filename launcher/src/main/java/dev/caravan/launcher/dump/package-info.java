/// The launcher's own judgement of a dump: a world may differ from the loaded one only where the ledger says so.
@NullMarked
package dev.caravan.launcher.dump;

import org.jspecify.annotations.NullMarked;
