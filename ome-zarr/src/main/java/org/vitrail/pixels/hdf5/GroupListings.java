package org.vitrail.pixels.hdf5;

import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the children of long groups stand, so that opening the hundredth time point does not read the headers of all of them again. Holds
 * addresses only: what jhdf makes of a child it keeps for ever, indexes of chunks included. Safe for several threads.
 */
final class GroupListings {

    /** Stands for a link, which has no address of its own. */
    static final long LINK = -1;

    private static final int LONG_GROUP = 16;
    private static final int MOST_GROUPS = 8;

    private final Map<String, Map<String, Long>> listings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Long>> eldest) {
            return size() > MOST_GROUPS;
        }
    };

    /** Address of a child, {@link #LINK}, or empty when the group's listing is not known or has no such child. */
    synchronized Optional<Long> find(String group, String child) {
        return Optional.ofNullable(listings.getOrDefault(group, Map.of()).get(child));
    }

    /** Remembers a group's children when they are many. */
    void remember(String path, Group group) {
        Map<String, Node> children = group.getChildren();
        if (children.size() >= LONG_GROUP && !isKnown(path)) {
            Map<String, Long> addresses = new HashMap<>();
            children.forEach((name, node) -> addresses.put(name, node instanceof Link ? LINK : node.getAddress()));
            synchronized (this) {
                listings.put(path, addresses);
            }
        }
    }

    private synchronized boolean isKnown(String path) {
        return listings.containsKey(path);
    }
}
