package org.vitrail.schema.dataset;

import java.util.List;

/** A multi-well plate of an image set; the place for high-content screens in the model, written by no format yet. */
public record Plate(String name, List<Well> wells) {
    public Plate {
        wells = Components.list(wells);
    }
}
