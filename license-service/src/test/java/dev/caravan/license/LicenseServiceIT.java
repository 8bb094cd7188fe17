package dev.caravan.license;

import dev.caravan.kit.testing.ServiceContract;
import dev.caravan.schemas.WorkerService;

class LicenseServiceIT implements ServiceContract {

    @Override
    public WorkerService service() {
        return WorkerService.LICENSE;
    }

    @Override
    public Class<?> application() {
        return LicenseService.class;
    }
}
