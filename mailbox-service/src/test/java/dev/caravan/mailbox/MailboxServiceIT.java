package dev.caravan.mailbox;

import dev.caravan.kit.testing.ServiceContract;
import dev.caravan.schemas.WorkerService;

class MailboxServiceIT implements ServiceContract {

    @Override
    public WorkerService service() {
        return WorkerService.MAILBOX;
    }

    @Override
    public Class<?> application() {
        return MailboxService.class;
    }
}
