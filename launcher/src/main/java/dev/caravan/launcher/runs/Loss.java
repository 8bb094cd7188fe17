package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/// Something that a back-out cannot, or did not, take back.
///
/// @param certain false: it will be lost if the step is done
/// @param kind of the object, or of the step where nothing is recorded of objects
/// @param property empty where it is the step
/// @param account the remote account that the object belongs to
/// @param tenantId where the account is a tenant
public record Loss(
        String stepId,
        String cause,
        boolean certain,
        String kind,
        String id,
        String property,
        String reason,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String account,
        @Nullable String tenantId) {

    /// The tenant, or whatever account it is in.
    public String tenant() {
        return tenantId == null ? account : tenantId;
    }

    /// Whether it is this property that stays changed.
    public boolean isOf(LedgerLine line) {
        return certain
                && stepId.equals(line.stepId())
                && kind.equals(line.kind())
                && id.equals(line.id())
                && property.equals(line.property());
    }
}
