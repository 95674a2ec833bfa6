package org.vitrail.omezarr;

/** What may be a key: relative, no empty, {@code .} or {@code ..} segment, no control character or backslash. */
public final class ZarrKeys {

    private ZarrKeys() {}

    /**
     * The key itself.
     *
     * @throws UnreadableZarr when it could lead out of the store
     */
    public static String checked(String key) {
        boolean sound = !key.isEmpty() && key.chars().noneMatch(c -> c < 0x20 || c == '\\' || c == 0x7f);
        for (String segment : key.split("/", -1)) {
            sound &= !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
        }
        if (!sound) {
            throw new UnreadableZarr(
                    "Key \"" + key.replaceAll("\\p{Cntrl}", "?") + "\" could lead out of the image's folder. "
                            + "Keys are relative paths without \"..\" (Zarr v3 core, Stores).");
        }
        return key;
    }
}
