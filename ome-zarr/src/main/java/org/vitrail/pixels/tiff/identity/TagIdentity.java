package org.vitrail.pixels.tiff.identity;

import java.util.Map;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/**
 * How each field of a directory is judged. TIFF 6.0 §8 and Appendix A; Exif 2.3 §4.6; XMP specification part 3; private fields by their
 * makers' documents.
 *
 * @param handling what is done with its value
 * @param kind what a value that is not empty reveals, where the handling does not find that out itself
 * @param name as the standard has it
 */
public record TagIdentity(Handling handling, Kind kind, String name) {

    /** Ways to judge a value. */
    enum Handling {
        /** Says nothing of persons. */
        HARMLESS,
        /** Any letter or digit in it reveals: all are overwritten. */
        PERSONAL,
        /** A date: letters and digits become blanks, as Exif has it for unknown dates. */
        DATE,
        /** Text that is judged by what it says. */
        TEXT,
        /** As TEXT, in UTF-16, little-endian, as Windows writes it. */
        WIDE_TEXT,
        /** As PERSONAL, in UTF-16. */
        WIDE_PERSONAL,
        /** As TEXT, after eight bytes that name the characters. */
        COMMENT,
        /** A block of metadata that is taken out as a whole. */
        BLOCK,
        /** ImageJ's texts. */
        IMAGEJ,
        /** Text that is OME-XML, or else judged by what it says. */
        DESCRIPTION,
        /** Other directories. */
        DIRECTORIES,
        /** A directory of places. */
        PLACES,
        /** A JPEG stream without a picture. */
        JPEG_TABLES,
        /** Leads to texts that no directory counts: they cannot be taken out, and the file is not kept. */
        OUT_OF_REACH,
        /** Unknown: a text reveals. */
        UNKNOWN
    }

    /** A private field. */
    private static final TagIdentity UNKNOWN = new TagIdentity(Handling.UNKNOWN, Kind.PRIVATE_TAG, "private field");

    private static final TagIdentity UNNAMED = new TagIdentity(Handling.UNKNOWN, Kind.PRIVATE_TAG, "unknown field");

    /** A field of numbers that holds something else. */
    static final TagIdentity MISUSED = new TagIdentity(Handling.UNKNOWN, Kind.PRIVATE_TAG, "field of numbers");

    private static final TagIdentity HARMLESS = new TagIdentity(Handling.HARMLESS, null, "");

    private static final Map<Integer, TagIdentity> KNOWN = Map.ofEntries(
            entry(11, Handling.TEXT, null, "ProcessingSoftware"),
            entry(269, Handling.TEXT, null, "DocumentName"),
            entry(270, Handling.DESCRIPTION, null, "ImageDescription"),
            entry(271, Handling.TEXT, null, "Make"),
            entry(272, Handling.TEXT, null, "Model"),
            entry(285, Handling.TEXT, null, "PageName"),
            entry(305, Handling.TEXT, null, "Software"),
            entry(306, Handling.DATE, Kind.DATE, "DateTime"),
            entry(315, Handling.PERSONAL, Kind.PERSON_NAME, "Artist"),
            entry(316, Handling.PERSONAL, Kind.IDENTIFIER, "HostComputer"),
            entry(330, Handling.DIRECTORIES, null, "SubIFDs"),
            entry(333, Handling.UNKNOWN, Kind.PRIVATE_TAG, "InkNames"),
            entry(337, Handling.UNKNOWN, Kind.PRIVATE_TAG, "TargetPrinter"),
            entry(347, Handling.JPEG_TABLES, Kind.PRIVATE_TAG, "JPEGTables"),
            entry(400, Handling.DIRECTORIES, null, "GlobalParameters"),
            entry(700, Handling.BLOCK, Kind.FREE_TEXT, "XMP"),
            entry(33432, Handling.TEXT, null, "Copyright"),
            entry(33723, Handling.BLOCK, Kind.FREE_TEXT, "IPTC"),
            entry(34118, Handling.TEXT, null, "CZ_SEM"),
            entry(34377, Handling.BLOCK, Kind.FREE_TEXT, "Photoshop resources"),
            entry(34412, Handling.OUT_OF_REACH, Kind.PRIVATE_TAG, "CZ_LSMINFO"),
            entry(34665, Handling.DIRECTORIES, null, "Exif"),
            entry(34737, Handling.TEXT, null, "GeoAsciiParams"),
            entry(34680, Handling.TEXT, null, "FEI_SFEG"),
            entry(34682, Handling.TEXT, null, "FEI_HELIOS"),
            entry(34853, Handling.PLACES, Kind.LOCATION, "GPS"),
            entry(36867, Handling.DATE, Kind.DATE, "DateTimeOriginal"),
            entry(36868, Handling.DATE, Kind.DATE, "DateTimeDigitized"),
            entry(37500, Handling.BLOCK, Kind.PRIVATE_TAG, "MakerNote"),
            entry(37510, Handling.COMMENT, null, "UserComment"),
            entry(37724, Handling.BLOCK, Kind.FREE_TEXT, "Photoshop ImageSourceData"),
            entry(40091, Handling.WIDE_TEXT, null, "XPTitle"),
            entry(40092, Handling.WIDE_TEXT, null, "XPComment"),
            entry(40093, Handling.WIDE_PERSONAL, Kind.PERSON_NAME, "XPAuthor"),
            entry(40094, Handling.WIDE_TEXT, null, "XPKeywords"),
            entry(40095, Handling.WIDE_TEXT, null, "XPSubject"),
            entry(40965, Handling.DIRECTORIES, null, "Interoperability"),
            entry(42016, Handling.PERSONAL, Kind.UID, "ImageUniqueID"),
            entry(42032, Handling.PERSONAL, Kind.PERSON_NAME, "CameraOwnerName"),
            entry(42033, Handling.PERSONAL, Kind.IDENTIFIER, "BodySerialNumber"),
            entry(42035, Handling.TEXT, null, "LensMake"),
            entry(42036, Handling.TEXT, null, "LensModel"),
            entry(42037, Handling.PERSONAL, Kind.IDENTIFIER, "LensSerialNumber"),
            entry(42112, Handling.TEXT, null, "GDAL_METADATA"),
            entry(42113, Handling.TEXT, null, "GDAL_NODATA"),
            entry(50735, Handling.PERSONAL, Kind.IDENTIFIER, "CameraSerialNumber"),
            entry(50839, Handling.IMAGEJ, null, "IJMetadata"),
            entry(51123, Handling.TEXT, null, "MicroManagerMetadata"));

    private static Map.Entry<Integer, TagIdentity> entry(int tag, Handling handling, Kind kind, String name) {
        return Map.entry(tag, new TagIdentity(handling, kind, name));
    }

    /** How that field is judged; those of numbers only as long as {@link StructureTags#isSound} is true. */
    static TagIdentity of(int tag) {
        TagIdentity known = KNOWN.get(tag);
        return known != null ? known : StructureTags.isKnown(tag) ? HARMLESS : tag < 32768 ? UNNAMED : UNKNOWN;
    }

    /** A kind in a curator's words. */
    public static String meaning(Kind kind) {
        return switch (kind) {
            case PERSON_NAME -> "a person's name";
            case EMAIL -> "an address for electronic mail";
            case IDENTIFIER -> "a number or name that identifies a person, an examination or a computer";
            case DATE -> "a date, which narrows down who can have been examined";
            case LOCATION -> "a place";
            case UID -> "an identifier that leads back to where the picture came from";
            case PRIVATE_TAG -> "text or data whose meaning only its maker knows";
            default -> "a block of text in which anything may stand";
        };
    }
}
