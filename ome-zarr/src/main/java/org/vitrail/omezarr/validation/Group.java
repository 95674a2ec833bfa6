package org.vitrail.omezarr.validation;

/**
 * A group of Zarr.
 *
 * @param path below the root, empty for the root
 * @param ome what holds {@code multiscales}, {@code plate} and the like; missing where there is nothing
 */
record Group(String path, Element ome) {

    /** The same path with a slash behind, for keys; empty for the root. */
    String prefix() {
        return path.isEmpty() ? "" : path + "/";
    }

    boolean has(String key) {
        return ome.get(key).exists();
    }
}
