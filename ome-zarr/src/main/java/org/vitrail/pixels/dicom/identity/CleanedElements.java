package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.ElementParser;
import org.vitrail.pixels.dicom.data.Syntax;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.identity.IdentityProfile.Rule;

/** The elements of a copy, one after the other and with items in them; sequences end with delimiters, group lengths are left out. */
final class CleanedElements {

    private static final String METHOD = "Vitrail: PS3.15 E.1 basic profile";

    private final Dataset data;
    private final ElementParser parser;
    private final ElementWriter writer;
    private final PixelCopy pixels;
    private final boolean uidsReplaced;
    private boolean said;

    /** @param uidsReplaced true when the file says that it was rid of identity: its identifiers stay then */
    CleanedElements(Dataset data, ElementWriter writer, PixelCopy pixels, boolean uidsReplaced) {
        this.data = data;
        this.pixels = pixels;
        this.parser = data.parser();
        this.writer = writer;
        this.uidsReplaced = uidsReplaced;
    }

    void write(DicomFile source) throws IOException {
        source.walk(parser, element -> {
            if (Integer.compareUnsigned(element.tag(), Tags.PATIENT_IDENTITY_REMOVED) >= 0) {
                sayThatIdentityIsRemoved(source.syntax());
            }
            if (element.tag() != Tags.PATIENT_IDENTITY_REMOVED && element.tag() != Tags.DEIDENTIFICATION_METHOD) {
                element(element, 0);
            }
            return true;
        });
        sayThatIdentityIsRemoved(source.syntax());
    }

    private void sayThatIdentityIsRemoved(Syntax syntax) throws IOException {
        if (!said) {
            writer.text(Tags.PATIENT_IDENTITY_REMOVED, "CS", syntax, "YES");
            writer.text(Tags.DEIDENTIFICATION_METHOD, "LO", syntax, METHOD);
            said = true;
        }
    }

    private void element(Element element, int depth) throws IOException {
        if ((element.tag() & 0xffff) == 0) {
            return;
        }
        if (PixelCopy.isPixels(element)) {
            if (depth == 0) {
                pixels.write(element);
            }
            return;
        }
        Optional<Rule> rule = IdentityProfile.BASIC.find(element);
        if (ColorProfiles.isProfile(element)) {
            if (ColorProfiles.kinds(element, data.in()).isEmpty()) {
                writer.copy(data.in(), element.at(), parser.end(element, depth));
            }
        } else if (rule.isPresent()) {
            cleaned(element, rule.get());
        } else if (parser.isSequence(element)) {
            sequence(element, depth);
        } else if (FreeTexts.isText(element) && element.length() <= FreeTexts.MOST_BYTES) {
            masked(element);
        } else if (!FreeTexts.isText(element)) {
            writer.copy(data.in(), element.at(), parser.end(element, depth));
        }
    }

    private void cleaned(Element element, Rule rule) throws IOException {
        boolean sequence = parser.isSequence(element);
        switch (rule.action()) {
            case X -> {
                // nothing takes its place
            }
            case Z -> writer.value(element.tag(), element.vr(), element.syntax(), new byte[0]);
            case D ->
                writer.text(
                        element.tag(),
                        element.vr(),
                        element.syntax(),
                        sequence || element.length() == 0 ? "" : Dummies.of(rule));
            case U ->
                writer.text(
                        element.tag(),
                        element.vr(),
                        element.syntax(),
                        uidsReplaced ? data.text(element) : Dummies.uids(data.text(element)));
        }
    }

    private void sequence(Element element, int depth) throws IOException {
        Syntax inside = parser.itemSyntax(element);
        writer.sequence(element);
        parser.items(element, depth, (from, end) -> {
            writer.item(Tags.ITEM, inside);
            parser.elements(from, end, inside, depth + 1, inner -> {
                element(inner, depth + 1);
                return true;
            });
            writer.item(Tags.ITEM_DELIMITATION, inside);
        });
        writer.item(Tags.SEQUENCE_DELIMITATION, inside);
    }

    /** In characters of one byte each, so that what is not overwritten stays as it is in every character set. */
    private void masked(Element element) throws IOException {
        byte[] bytes = data.in().bytes(element.valueAt(), (int) element.length());
        String masked = FreeTexts.masked(new String(bytes, StandardCharsets.ISO_8859_1));
        writer.text(element.tag(), element.vr(), element.syntax(), masked);
    }
}
