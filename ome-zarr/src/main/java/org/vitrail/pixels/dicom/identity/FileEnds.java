package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.ElementParser;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What stands before and behind the data set: preamble, file meta information, bytes behind the last element. PS3.10 §7.1. */
final class FileEnds {

    private static final int VERSION = 0x00020001;
    private static final int VERSION_NAME = 0x00020013;
    private static final int PREAMBLE_BYTES = 128;

    private final DicomFile file;
    private final Dataset data;
    private final List<IdentityFinding> found = new ArrayList<>();

    private FileEnds(DicomFile file, Dataset data) {
        this.file = file;
        this.data = data;
    }

    static List<IdentityFinding> of(DicomFile file, Dataset data) throws IOException {
        FileEnds ends = new FileEnds(file, data);
        try (DicomBytes stored = file.stored()) {
            if (file.hasPreamble()) {
                ends.found.addAll(StrayBytes.of(stored, 0, PREAMBLE_BYTES, "preamble"));
            }
            ElementParser parser = new ElementParser(stored);
            file.walkMeta(parser, element -> ends.meta(stored, element));
            ends.behind(stored);
        }
        return ends.found;
    }

    private boolean meta(DicomBytes stored, Element element) throws IOException {
        if ((element.tag() & 0xffff) == 0 || element.length() <= 0) {
            return true;
        }
        String text = Dataset.text(stored, element);
        if (element.tag() == VERSION_NAME) {
            found.addAll(IdentityText.findings(text, file.name(), Element.name(VERSION_NAME), Treatment.REMOVED));
        } else if (!text.isEmpty() && !isHarmless(element, text)) {
            boolean title = "AE".equals(element.vr());
            found.add(new IdentityFinding(
                    title ? Kind.IDENTIFIER : Kind.PRIVATE_TAG,
                    file.name(),
                    Element.name(element.tag()) + " file meta information",
                    title ? "names a device of a hospital" : "nothing that is needed to read the file",
                    Treatment.REMOVED));
        }
        return true;
    }

    private boolean isHarmless(Element element, String text) throws IOException {
        if (element.tag() == VERSION) {
            return element.length() == 2;
        }
        if (element.tag() == Tags.MEDIA_STORAGE_SOP_INSTANCE_UID
                && !data.text(Tags.SOP_INSTANCE_UID).equals(text)) {
            return data.text(Tags.SOP_INSTANCE_UID).isEmpty() && text.equals(Dummies.uids(text));
        }
        return element.tag() >>> 4 <= 0x0002001 && "UI".equals(element.vr()) && text.matches("[0-9.]*");
    }

    private void behind(DicomBytes stored) throws IOException {
        long[] end = {0};
        file.walk(data.parser(), element -> {
            end[0] = data.parser().end(element, 0);
            return true;
        });
        String where = "bytes behind the last element";
        found.addAll(StrayBytes.of(data.in(), end[0], data.in().size(), where));
        if (file.deflatedEnd() > 0) {
            found.addAll(
                    StrayBytes.of(stored, file.deflatedEnd(), stored.size(), "bytes behind the deflated data set"));
        }
    }
}
