package org.vitrail.pixels.raster;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** Collects what in a picture reveals; all of it can be removed. */
final class PictureIdentity {

    private static final int MOST = 200;

    private final String file;
    private final List<IdentityFinding> found = new ArrayList<>();
    private int orientation;

    PictureIdentity(String file) {
        this.file = file;
    }

    List<IdentityFinding> found() {
        return found;
    }

    /** As EXIF says it; 0 when it does not. */
    int orientation() {
        return orientation;
    }

    void add(Kind kind, String where, String reason) {
        if (found.size() < MOST) {
            found.add(new IdentityFinding(kind, file, where, reason, Treatment.REMOVED));
        }
    }

    void exif(byte[] tiff) {
        ExifData.Said said = ExifData.read(file, tiff);
        found.addAll(said.findings());
        orientation = said.orientation() >= 1 && said.orientation() <= 8 ? said.orientation() : orientation;
    }

    /** Text with what stands before it, so that a name behind "Author" is known as one. */
    void text(String where, String key, String text) {
        if (found.size() < MOST) {
            found.addAll(IdentityText.findings(key + ": " + text, file, where, Treatment.REMOVED));
        }
    }

    void xmp(String where, String packet) {
        add(Kind.FREE_TEXT, where, "An XMP packet, in which programs write names, places, dates and earlier versions.");
        text(where, "XMP", packet.replaceAll("<[^>]*>", " "));
    }

    void behindPicture(long bytes) {
        if (bytes > 0) {
            add(
                    Kind.PRIVATE_TAG,
                    "behind the picture",
                    "%d bytes that belong to no picture; phones append films and further pictures there."
                            .formatted(bytes));
        }
    }
}
