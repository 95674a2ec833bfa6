package org.vitrail.pixels.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IccProfile;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityText;

/**
 * A color profile in a PNG: a name, which reveals or not and is not kept, and the packed profile. ISO/IEC 15948 §11.3.3.3.
 *
 * @param kinds what speaks against it
 * @param data of the chunk that takes its place; empty when the profile is not kept
 */
record PngProfile(Set<Kind> kinds, byte[] data) {

    private static final byte[] NAME = "profile\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_NAME = 79;

    static PngProfile of(byte[] chunk) {
        int end = 0;
        while (end < chunk.length && chunk[end] != 0) {
            end++;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (end > MOST_NAME || end + 2 > chunk.length) {
            kinds.add(Kind.PRIVATE_TAG);
            return new PngProfile(kinds, new byte[0]);
        }
        String name = new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
        kinds.addAll(IdentityText.kinds(name));
        if (!FileNameRule.findings(name).isEmpty()) {
            kinds.add(Kind.PERSON_NAME);
        }
        return packed(Arrays.copyOfRange(chunk, end + 2, chunk.length), kinds);
    }

    private static PngProfile packed(byte[] packed, Set<Kind> kinds) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream profile = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 14];
            int got = 1;
            while (got > 0 && profile.size() <= IccProfile.MOST_BYTES) {
                got = inflater.inflate(part);
                profile.write(part, 0, got);
            }
            Set<Kind> against =
                    inflater.finished() ? IccProfile.kinds(profile.toByteArray()) : EnumSet.of(Kind.PRIVATE_TAG);
            kinds.addAll(against);
            if (inflater.getRemaining() > 0) {
                kinds.add(Kind.PRIVATE_TAG);
            }
            int used = packed.length - inflater.getRemaining();
            return new PngProfile(kinds, against.isEmpty() ? named(packed, used) : new byte[0]);
        } catch (DataFormatException damaged) {
            kinds.add(Kind.PRIVATE_TAG);
            return new PngProfile(kinds, new byte[0]);
        } finally {
            inflater.end();
        }
    }

    private static byte[] named(byte[] packed, int used) {
        byte[] data = Arrays.copyOf(NAME, NAME.length + used);
        System.arraycopy(packed, 0, data, NAME.length, used);
        return data;
    }
}
