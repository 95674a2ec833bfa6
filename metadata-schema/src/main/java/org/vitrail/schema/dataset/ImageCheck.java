package org.vitrail.schema.dataset;

import java.util.List;

/** Checks images one after the other, as they are read, by the same rules as whole descriptions. For one list and one thread. */
public final class ImageCheck {
    private final Faults faults = new Faults();
    private final ImageRules rules = new ImageRules(faults);
    private int told;

    /** What is wrong with this image, or with it beside those before: a file that stands there already. */
    public List<Fault> check(String path, ImageDescription image) {
        rules.checkImage(path, image);
        List<Fault> all = faults.all();
        List<Fault> found = all.subList(told, all.size());
        told = all.size();
        return found;
    }
}
