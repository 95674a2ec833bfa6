package org.vitrail.node.rdf;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The memory of this process, after the last collection: what was garbage does not count. */
final class Heap {
    private static final double NEARLY_FULL = 0.85;

    private Heap() {}

    static boolean isNearlyFull() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += usage == null ? 0 : usage.getUsed();
        }
        return used > NEARLY_FULL * Runtime.getRuntime().maxMemory();
    }
}
