package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.vitrail.pixels.UnsupportedImage;

/** Visits every group and data set of a file once, without following links; at most 20 000, at most 32 deep. */
final class NodeWalk {

    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 32;

    private final Hdf5File file;
    private final BiPredicate<String, Node> visitor;
    private final BiConsumer<String, String> links;
    private final Set<Long> seen = new HashSet<>();
    private int nodes;

    private NodeWalk(Hdf5File file, BiPredicate<String, Node> visitor, BiConsumer<String, String> links) {
        this.file = file;
        this.visitor = visitor;
        this.links = links;
    }

    /** @param visitor gets the path without a leading slash (the root's is empty) and the node, and tells whether to go deeper */
    static void of(Hdf5File file, BiPredicate<String, Node> visitor) {
        withLinks(file, visitor, (path, target) -> {});
    }

    /** As {@link #of}. @param links gets the path of each link, and where it leads */
    static void withLinks(Hdf5File file, BiPredicate<String, Node> visitor, BiConsumer<String, String> links) {
        new NodeWalk(file, visitor, links).visit("", file.root(file.storage()), 0);
    }

    private void visit(String path, Node node, int depth) {
        if (node instanceof Link link) {
            links.accept(path, String.valueOf(file.guard(path, link::getTargetPath)));
            return;
        }
        if (!seen.add(file.guard(path, node::getAddress))) {
            return;
        }
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new UnsupportedImage(
                    "%s has more than %d groups and data sets, or nests them more than %d deep. Save the image as a file of its own."
                            .formatted(file.name(), MOST_NODES, DEEPEST));
        }
        if (visitor.test(path, node) && node instanceof Group group && !(node instanceof Dataset)) {
            file.guard(path, group::getChildren)
                    .forEach((name, child) -> visit(path.isEmpty() ? name : path + "/" + name, child, depth + 1));
        }
    }
}
