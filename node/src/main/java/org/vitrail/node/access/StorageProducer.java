package org.vitrail.node.access;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.StoreConfig;

/** Makes what every feature is given: the object store, the clock, the source of new identifiers. */
@Dependent
class StorageProducer {

    @Produces
    @Singleton
    ObjectStore store(StorageConfig config) {
        return new ObjectStore(new StoreConfig(
                config.endpoint(),
                config.publicEndpoint().orElse(null),
                config.region(),
                config.bucket(),
                config.accessKey(),
                config.secretKey()));
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    SecureRandom random() {
        return new SecureRandom();
    }
}
