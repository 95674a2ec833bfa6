package org.vitrail.node.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectStoreException;

/** Ready only while the object store answers and has the bucket. */
@Readiness
@ApplicationScoped
class StorageReadiness implements HealthCheck {
    private final ObjectStore store;

    StorageReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("object store")
                    .status(store.bucketExists())
                    .build();
        } catch (ObjectStoreException e) {
            return HealthCheckResponse.named("object store").down().build();
        }
    }
}
