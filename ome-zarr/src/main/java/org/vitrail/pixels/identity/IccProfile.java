package org.vitrail.pixels.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/**
 * Judges color profiles, in whose texts (description, copyright, device) names may stand, and which may be no profiles at all. ICC.1:2022
 * §7.2 (header), §7.3 (tag table).
 */
public final class IccProfile {

    /** Larger profiles are not looked through. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int HEADER_BYTES = 128;
    private static final int RESERVED_AT = 100;
    private static final int SIGNATURE_AT = 36;
    private static final int SIGNATURE = 0x61637370;
    private static final int TAG_BYTES = 12;
    private static final int MOST_TAGS = 200;
    private static final int LEAST_TEXT = 4;

    /** Types of tags that hold numbers, which by chance look like letters. §10. */
    private static final Set<String> NUMBERS = Set.of(
            "curv", "para", "XYZ ", "mft1", "mft2", "mAB ", "mBA ", "sf32", "uf32", "ui08", "ui16", "ui32", "ui64",
            "chrm", "view", "meas", "vcgt", "sig ", "dtim");

    private IccProfile() {}

    /**
     * What speaks against keeping a profile; empty for a sound one without revealing text. Dates do not count: profiles have the date of
     * their making, and years in their copyright.
     *
     * @return {@code PRIVATE_TAG} for what is no profile, or holds bytes that none of its tags points to
     */
    public static Set<Kind> kinds(byte[] profile) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        BitSet known = new BitSet();
        StringBuilder texts = new StringBuilder();
        if (!isHeader(profile) || !look(profile, known, texts) || !isZeroOutside(profile, known)) {
            kinds.add(Kind.PRIVATE_TAG);
        }
        kinds.addAll(IdentityText.kinds(texts.toString()));
        kinds.remove(Kind.DATE);
        return kinds;
    }

    private static boolean isHeader(byte[] profile) {
        ByteBuffer in = ByteBuffer.wrap(profile);
        return profile.length >= HEADER_BYTES + 4
                && in.getInt(SIGNATURE_AT) == SIGNATURE
                && in.getInt(0) <= profile.length;
    }

    /** Goes through the tags; false when one lies outside of the profile. */
    private static boolean look(byte[] profile, BitSet known, StringBuilder texts) {
        ByteBuffer in = ByteBuffer.wrap(profile);
        int tags = in.getInt(HEADER_BYTES);
        if (tags < 0 || tags > MOST_TAGS || HEADER_BYTES + 4 + TAG_BYTES * tags > profile.length) {
            return false;
        }
        known.set(0, RESERVED_AT);
        known.set(HEADER_BYTES, HEADER_BYTES + 4 + TAG_BYTES * tags);
        for (int tag = 0; tag < tags; tag++) {
            int at = in.getInt(HEADER_BYTES + 4 + TAG_BYTES * tag + 4);
            int length = in.getInt(HEADER_BYTES + 4 + TAG_BYTES * tag + 8);
            if (at < 0 || length < 4 || length > profile.length - at) {
                return false;
            }
            known.set(at, at + length);
            String type = new String(profile, at, 4, StandardCharsets.ISO_8859_1);
            if (!NUMBERS.contains(type)) {
                append(new String(profile, at, length, StandardCharsets.ISO_8859_1), texts);
                append(new String(profile, at, length, StandardCharsets.UTF_16BE), texts);
            }
        }
        return true;
    }

    private static boolean isZeroOutside(byte[] profile, BitSet known) {
        for (int at = known.nextClearBit(0); at < profile.length; at = known.nextClearBit(at + 1)) {
            if (profile[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds stretches of printable characters, each in a line of its own. */
    private static void append(String all, StringBuilder texts) {
        int from = 0;
        for (int at = 0; at <= all.length(); at++) {
            if (at == all.length() || !isPrintable(all.charAt(at))) {
                if (at - from >= LEAST_TEXT) {
                    texts.append(all, from, at).append('\n');
                }
                from = at + 1;
            }
        }
    }

    /** Signs of Latin scripts: other pairs of bytes are mostly numbers. */
    private static boolean isPrintable(char sign) {
        return sign >= ' ' && sign < 0x7f || sign >= 0xa0 && sign < 0x250;
    }
}
