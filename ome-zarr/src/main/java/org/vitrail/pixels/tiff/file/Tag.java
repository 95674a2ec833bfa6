package org.vitrail.pixels.tiff.file;

/** Numbers of the fields that are read. TIFF 6.0 §8, Appendix A; Adobe TIFF Technical Note 3. */
public final class Tag {

    public static final int NEW_SUBFILE_TYPE = 254;
    public static final int SUBFILE_TYPE = 255;
    public static final int IMAGE_WIDTH = 256;
    public static final int IMAGE_LENGTH = 257;
    public static final int BITS_PER_SAMPLE = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    public static final int FILL_ORDER = 266;
    public static final int IMAGE_DESCRIPTION = 270;
    public static final int MAKE = 271;
    public static final int SOFTWARE = 305;
    public static final int XMP = 700;
    public static final int STRIP_OFFSETS = 273;
    public static final int SAMPLES_PER_PIXEL = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTE_COUNTS = 279;
    public static final int X_RESOLUTION = 282;
    public static final int Y_RESOLUTION = 283;
    public static final int PLANAR_CONFIGURATION = 284;
    public static final int RESOLUTION_UNIT = 296;
    public static final int PREDICTOR = 317;
    public static final int TILE_WIDTH = 322;
    public static final int TILE_LENGTH = 323;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_BYTE_COUNTS = 325;
    public static final int INK_SET = 332;
    public static final int SAMPLE_FORMAT = 339;
    public static final int JPEG_TABLES = 347;
    public static final int METAMORPH_PLANES = 33629;
    public static final int LSM_INFO = 34412;
    public static final int YCBCR_SUBSAMPLING = 530;
    public static final int IMAGE_DEPTH = 32997;
    public static final int IMAGEJ_METADATA = 50839;
    public static final int HAMAMATSU_FORMAT = 65420;
    public static final int HAMAMATSU_FOCUS = 65424;

    private Tag() {}
}
