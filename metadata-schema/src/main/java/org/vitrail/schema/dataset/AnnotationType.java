package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What annotations look like: MIFA, annotation type, in the words of the BioImage Archive. */
public enum AnnotationType {
    @JsonProperty("class_labels")
    CLASS_LABELS,
    @JsonProperty("bounding_boxes")
    BOUNDING_BOXES,
    @JsonProperty("counts")
    COUNTS,
    @JsonProperty("derived_annotations")
    DERIVED_ANNOTATIONS,
    @JsonProperty("geometrical_annotations")
    GEOMETRICAL_ANNOTATIONS,
    @JsonProperty("graphs")
    GRAPHS,
    @JsonProperty("point_annotations")
    POINT_ANNOTATIONS,
    @JsonProperty("segmentation_mask")
    SEGMENTATION_MASK,
    @JsonProperty("tracks")
    TRACKS,
    @JsonProperty("weak_annotations")
    WEAK_ANNOTATIONS,
    @JsonProperty("other")
    OTHER
}
