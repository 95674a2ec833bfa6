package org.vitrail.omezarr.validation;

/**
 * A group of Zarr.
 *
 * @param path below the root, empty for the root
 * @param ome what holds {@code multiscales}, {@code plate} and the like; missing where there is nothing
 * @param vitrail what our own writer noted of an image; missing where others wrote it
 */
record Group(String path, Element ome, Element vitrail) {

    /** The same path with a slash behind, for keys; empty for the root. */
    String prefix() {
        return path.isEmpty() ? "" : path + "/";
    }

    /** A block that the group must have; reported when it does not, also where the group has no metadata at all. */
    Element required(String key, Section section) {
        Element found = ome.in(section).required(key);
        if (!ome.exists()) {
            found.report(Rule.MISSING, "key \"" + key + "\" is missing", "Add it");
        }
        return found;
    }

    boolean has(String key) {
        return ome.get(key).exists();
    }
}
