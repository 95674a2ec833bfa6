package org.vitrail.pixels.tiff;

/** Numbers of the fields that are read. TIFF 6.0 §8, Appendix A; Adobe TIFF Technical Note 3. */
final class Tag {

    static final int NEW_SUBFILE_TYPE = 254;
    static final int SUBFILE_TYPE = 255;
    static final int IMAGE_WIDTH = 256;
    static final int IMAGE_LENGTH = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int IMAGE_DESCRIPTION = 270;
    static final int MAKE = 271;
    static final int SOFTWARE = 305;
    static final int XMP = 700;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTE_COUNTS = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int PLANAR_CONFIGURATION = 284;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_LENGTH = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTE_COUNTS = 325;
    static final int SAMPLE_FORMAT = 339;
    static final int JPEG_TABLES = 347;
    static final int METAMORPH_PLANES = 33629;
    static final int LSM_INFO = 34412;
    static final int YCBCR_SUBSAMPLING = 530;
    static final int IMAGE_DEPTH = 32997;
    static final int HAMAMATSU_FORMAT = 65420;
    static final int HAMAMATSU_FOCUS = 65424;

    private Tag() {}
}
