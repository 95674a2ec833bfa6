package org.vitrail.pixels.dicom.data;

import java.util.Optional;

/** The transfer syntaxes of PS3.5 Annex A (registered in PS3.6 Table A-1), and how each holds pixels. */
public enum TransferSyntax {
    UNNAMED("", "without a name", Pixels.NATIVE),
    IMPLICIT_LITTLE("1.2.840.10008.1.2", "implicit VR little endian", Pixels.NATIVE),
    EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "explicit VR little endian", Pixels.NATIVE),
    DEFLATED("1.2.840.10008.1.2.1.99", "deflated explicit VR little endian", Pixels.NATIVE),
    EXPLICIT_BIG("1.2.840.10008.1.2.2", "explicit VR big endian", Pixels.NATIVE),
    ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", "encapsulated uncompressed", Pixels.REFUSED),
    RLE("1.2.840.10008.1.2.5", "RLE lossless", Pixels.RLE),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG baseline", Pixels.JPEG),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG extended", Pixels.JPEG),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG lossless, process 14", Pixels.JPEG_LOSSLESS),
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG lossless, process 14 SV1", Pixels.JPEG_LOSSLESS),
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS lossless", Pixels.REFUSED),
    JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS near-lossless", Pixels.REFUSED),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless", Pixels.JPEG_2000),
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Pixels.JPEG_2000),
    JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 part 2 lossless", Pixels.REFUSED),
    JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 part 2", Pixels.REFUSED),
    JPIP("1.2.840.10008.1.2.4.94", "JPIP referenced", Pixels.REFUSED),
    JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP referenced, deflated", Pixels.REFUSED),
    MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG2 main level", Pixels.REFUSED),
    MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 high level", Pixels.REFUSED),
    MPEG4("1.2.840.10008.1.2.4.102", "MPEG-4", Pixels.REFUSED),
    MPEG4_BD("1.2.840.10008.1.2.4.103", "MPEG-4 for BD", Pixels.REFUSED),
    MPEG4_2D("1.2.840.10008.1.2.4.104", "MPEG-4 level 4.2, 2D", Pixels.REFUSED),
    MPEG4_3D("1.2.840.10008.1.2.4.105", "MPEG-4 level 4.2, 3D", Pixels.REFUSED),
    MPEG4_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 stereo", Pixels.REFUSED),
    HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC main", Pixels.REFUSED),
    HEVC_MAIN_10("1.2.840.10008.1.2.4.108", "HEVC main 10", Pixels.REFUSED),
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL lossless", Pixels.REFUSED),
    JPEG_XL_JPEG("1.2.840.10008.1.2.4.111", "JPEG XL of JPEG", Pixels.REFUSED),
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL", Pixels.REFUSED),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "HTJ2K lossless", Pixels.REFUSED),
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "HTJ2K lossless RPCL", Pixels.REFUSED),
    HTJ2K("1.2.840.10008.1.2.4.203", "HTJ2K", Pixels.REFUSED);

    /** How pixels are held. */
    public enum Pixels {
        /** As they are, one frame after the other. */
        NATIVE,
        /** Run lengths of byte planes (PS3.5 Annex G). */
        RLE,
        /** Lossy JPEG of 8 bits. */
        JPEG,
        /** Huffman-coded lossless JPEG. */
        JPEG_LOSSLESS,
        /** JPEG 2000 codestreams. */
        JPEG_2000,
        /** A compression that is not read. */
        REFUSED
    }

    private final String uid;
    private final String title;
    private final Pixels pixels;

    TransferSyntax(String uid, String title, Pixels pixels) {
        this.uid = uid;
        this.title = title;
        this.pixels = pixels;
    }

    static Optional<TransferSyntax> find(String uid) {
        return java.util.Arrays.stream(values())
                .filter(one -> !one.uid.isEmpty() && one.uid.equals(uid))
                .findFirst();
    }

    /** The registered identifier; empty when the file names none. */
    public String uid() {
        return uid;
    }

    /** Name and identifier, for messages. */
    public String title() {
        return title + " (" + uid + ")";
    }

    /** How pixels are held. */
    public Pixels pixels() {
        return pixels;
    }

    boolean isDeflated() {
        return this == DEFLATED;
    }

    Syntax syntax() {
        return switch (this) {
            case IMPLICIT_LITTLE -> Syntax.IMPLICIT;
            case EXPLICIT_BIG -> Syntax.BIG_ENDIAN;
            default -> Syntax.EXPLICIT;
        };
    }
}
