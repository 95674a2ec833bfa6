package org.vitrail.omezarr.validation;

/** Kinds of findings; each has one severity. Names are stable: programs that read the JSON report may rely on them. */
public enum Rule {
    /** The store refused or could not give an object, or a link leads out of the folder. */
    UNREADABLE_OBJECT(Severity.ERROR),
    /** A document is no JSON object, is too large, or is nested too deeply. */
    BROKEN_JSON(Severity.ERROR),
    /** A JSON object has a key twice; programs differ in which one they take. */
    DUPLICATE_KEY(Severity.WARNING),
    /** A group of Zarr does not say so, or says it wrongly. */
    GROUP_METADATA(Severity.ERROR),
    /** Documents of Zarr v2 and of v3 lie in the same group. */
    MIXED_FORMATS(Severity.WARNING),
    /** There is no metadata of OME-NGFF. */
    NO_OME_METADATA(Severity.ERROR),
    /** A version other than 0.4 over Zarr v2 and 0.5 over Zarr v3. */
    VERSION(Severity.ERROR),
    /** A required key is missing. */
    MISSING(Severity.ERROR),
    /** A key that should be there is missing. */
    RECOMMENDED(Severity.WARNING),
    /** A value of another JSON type than the specification gives it. */
    WRONG_TYPE(Severity.ERROR),
    /** A list with too few entries, a number or text that is not allowed. */
    OUT_OF_RANGE(Severity.ERROR),
    /** Something that must stand once stands twice. */
    NOT_UNIQUE(Severity.ERROR),
    /** A path that leads out of its group; it is not followed. */
    UNSAFE_PATH(Severity.ERROR),
    /** A group that is named is not there. */
    ABSENT_GROUP(Severity.ERROR),
    /** An array that is named is not there. */
    ABSENT_ARRAY(Severity.ERROR),
    /** Number, types or order of the axes. */
    AXES(Severity.ERROR),
    /** An axis without a type. */
    AXIS_TYPE(Severity.WARNING),
    /** A unit that is not of the list, or of another kind of axis. */
    AXIS_UNIT(Severity.WARNING),
    /** Three axes of space that are not z, y, x. */
    AXIS_ORDER(Severity.WARNING),
    /** Number, order, type or values of transformations. */
    TRANSFORMATIONS(Severity.ERROR),
    /** An array has another number of dimensions than its image has axes. */
    DIMENSIONALITY(Severity.ERROR),
    /** An array's names of dimensions are not its image's names of axes. */
    DIMENSION_NAMES(Severity.ERROR),
    /** Chunks of OME-NGFF 0.4 that do not lie in nested folders. */
    DIMENSION_SEPARATOR(Severity.ERROR),
    /** A level that is larger than the one before. */
    LEVEL_ORDER(Severity.ERROR),
    /** A level whose size does not follow from its scale, or is that of the one before. */
    LEVEL_SIZE(Severity.WARNING),
    /** A level with samples of another type. */
    LEVEL_TYPE(Severity.WARNING),
    /** An array's own metadata break the specification of Zarr. */
    ARRAY_METADATA(Severity.ERROR),
    /** A codec, type or extension that is allowed and that few programs can read. */
    UNCOMMON(Severity.WARNING),
    /** An array that has no samples. */
    EMPTY_ARRAY(Severity.WARNING),
    /** Rendering that does not fit the image. */
    RENDERING(Severity.WARNING),
    /** A label image whose samples are not whole numbers. */
    LABEL_TYPE(Severity.ERROR),
    /** A label image with another number of levels than its image. */
    LABEL_LEVELS(Severity.ERROR),
    /** A label image that does not lie on its image. */
    LABEL_SHAPE(Severity.WARNING),
    /** The image that a label image says it is of is not there. */
    LABEL_SOURCE(Severity.WARNING),
    /** A well's path that is not row/column. */
    WELL_PATH(Severity.ERROR),
    /** A well's path and its indices name different places. */
    WELL_PLACE(Severity.ERROR),
    /** A field of an acquisition that the plate does not have. */
    ACQUISITION(Severity.ERROR),
    /** The plate's numbers of fields do not fit its wells, or are missing. */
    FIELD_COUNT(Severity.WARNING),
    /** Names that fall together where upper and lower case are the same. */
    NAME_CASE(Severity.WARNING),
    /** A collection whose list of images is wrong. */
    SERIES(Severity.ERROR),
    /** The OME-XML of a collection is broken or does not fit. */
    OME_XML(Severity.ERROR),
    /** A stored chunk, or the index of a shard, cannot be decoded. */
    DAMAGED_CHUNK(Severity.ERROR),
    /** The pixels are others than when our writer noted their digest. */
    PIXEL_DIGEST(Severity.ERROR),
    /** An object inside an array's folder that belongs to no chunk. */
    STRAY_OBJECT(Severity.WARNING),
    /** Chunks that were not checked. */
    UNCHECKED_CHUNKS(Severity.WARNING),
    /** Stored chunks that were not read, because a web server sends objects whole and they are too long for that. */
    NO_RANGES(Severity.WARNING),
    /** A part that was not looked at, because a bound was reached. */
    LEFT_OUT(Severity.WARNING);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** Severity of every finding of this kind. */
    public Severity severity() {
        return severity;
    }
}
