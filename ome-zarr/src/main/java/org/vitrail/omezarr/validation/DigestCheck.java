package org.vitrail.omezarr.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.omezarr.RangesNotServed;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.FailureWords;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;

/** Holds the pixel digests that our writer noted against the pixels of full resolution. docs/formats/images.md. */
final class DigestCheck {

    /** So that an image of nothing, which claims to be vast, does not keep anybody waiting. */
    private static final double BYTES_WITHOUT_CHUNKS = 64.0 * (1L << 30);

    private static final int BYTES_FOR_EACH_DECODED = 16;

    /** Texts alone: an element would keep the whole document. */
    private record Noted(String path, String place, String digest) {}

    private final ZarrStore store;
    private final Findings findings;
    private final List<Noted> noted = new ArrayList<>();
    private double left;
    private long compared;

    DigestCheck(ZarrStore store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    /** Number of digests that were compared. */
    long compared() {
        return compared;
    }

    /** Remembers an image that has a digest. */
    void note(Group group) {
        Element digest = group.vitrail().get("pixelDigest").in(Section.PIXEL_DIGEST);
        digest.text().ifPresent(text -> noted.add(new Noted(group.path(), digest.path(), text)));
    }

    /** Reads the pixels of all of them. @param decodedBytes what all stored chunks hold */
    void compare(long decodedBytes) {
        left = BYTES_WITHOUT_CHUNKS + (double) BYTES_FOR_EACH_DECODED * decodedBytes;
        noted.forEach(this::compare);
    }

    private void compare(Noted image) {
        try {
            PixelSource pixels = OmeZarrReader.open(store, image.path()).level(0);
            PixelShape shape = pixels.shape();
            left -= (double) shape.t()
                    * shape.c()
                    * shape.z()
                    * shape.y()
                    * shape.x()
                    * pixels.type().bytes();
            if (left < 0) {
                notCompared(Rule.UNCHECKED_CHUNKS, image, "the image is much larger than what is stored of it");
                return;
            }
            String read = PixelDigest.of(pixels);
            compared++;
            if (!read.equals(image.digest())) {
                findings.add(
                        Rule.PIXEL_DIGEST,
                        image.place(),
                        Section.PIXEL_DIGEST,
                        "the pixel digest differs: noted is " + Element.quoted(image.digest()) + ", the pixels have "
                                + read,
                        "Restore the image from a copy, or convert it again");
            }
        } catch (RangesNotServed whole) {
            notCompared(Rule.NO_RANGES, image, "the server gives no ranges");
        } catch (PixelsException | IllegalArgumentException unreadable) {
            if (findings.has(Rule.DAMAGED_CHUNK)) {
                // which says it better
                return;
            }
            notCompared(Rule.UNCHECKED_CHUNKS, image, unreadable.getMessage());
        } catch (IOException failed) {
            notCompared(Rule.UNCHECKED_CHUNKS, image, FailureWords.of(failed));
        }
    }

    private void notCompared(Rule rule, Noted image, String reason) {
        findings.add(
                rule,
                image.place(),
                Section.PIXEL_DIGEST,
                "the pixel digest was not compared: " + reason,
                "Mend what is reported, or validate a copy of the image");
    }
}
