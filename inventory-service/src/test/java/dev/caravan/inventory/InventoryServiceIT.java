package dev.caravan.inventory;

import dev.caravan.kit.testing.ServiceContract;
import dev.caravan.schemas.WorkerService;

class InventoryServiceIT implements ServiceContract {

    @Override
    public WorkerService service() {
        return WorkerService.INVENTORY;
    }

    @Override
    public Class<?> application() {
        return InventoryService.class;
    }
}
