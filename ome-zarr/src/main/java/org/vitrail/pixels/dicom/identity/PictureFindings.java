package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** What the pixels themselves may reveal: text drawn into them, a slide's label, a face. PS3.15 §E.3.1 to §E.3.3. */
final class PictureFindings {

    private static final Set<String> DRAWN_ON =
            Set.of("US", "IVUS", "XC", "GM", "ES", "OT", "SC", "DG", "XA", "RF", "ECG");
    private static final Set<String> VOLUMES = Set.of("MR", "CT", "PT");
    private static final Set<String> HEAD_PARTS = Set.of(
            "HEAD", "BRAIN", "SKULL", "FACE", "HEADNECK", "ORBIT", "SINUS", "JAW", "MAXILLA", "NOSE", "WHOLEBODY");
    private static final Pattern HEAD_WORDS = Pattern.compile(
            "head|brain|skull|cereb|cranial|crane|t[eê]te|kopf|sch[aä]del|neuro|facial|\\bface|orbit|sinus|mprage|temporal",
            Pattern.CASE_INSENSITIVE);
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    private static final String SLIDE = "1.2.840.10008.5.1.4.1.1.77.1.6";

    private PictureFindings() {}

    static List<IdentityFinding> of(DicomFile file, Dataset data) throws IOException {
        List<IdentityFinding> found = new ArrayList<>();
        drawn(file, data, found);
        slide(file, data, found);
        face(file, data, found);
        return found;
    }

    private static void drawn(DicomFile file, Dataset data, List<IdentityFinding> found) throws IOException {
        String said = upper(data, Tags.BURNED_IN_ANNOTATION);
        boolean capture = data.text(Tags.SOP_CLASS_UID).startsWith(SECONDARY_CAPTURE) || data.has(Tags.CONVERSION_TYPE);
        boolean suspect = capture || DRAWN_ON.contains(upper(data, Tags.MODALITY));
        if (said.equals("YES")) {
            found.add(curator(
                    Kind.BURNT_IN,
                    file,
                    "(0028,0301) BurnedInAnnotation",
                    "the file says that text is drawn into the pixels; look whether it names the patient"));
        } else if (!said.equals("NO") && suspect) {
            found.add(
                    curator(
                            Kind.BURNT_IN,
                            file,
                            "(0028,0301) BurnedInAnnotation",
                            "pictures of this kind often have the patient's name drawn into them, and the file does not say; look at the corners"));
        }
    }

    /** Third value of a slide's ImageType, or empty. PS3.3 §C.8.12.4.1.1. */
    static String slideFlavor(Dataset data) throws IOException {
        List<String> type = data.texts(Tags.IMAGE_TYPE);
        boolean slide =
                data.has(Tags.TOTAL_COLUMNS) || data.text(Tags.SOP_CLASS_UID).equals(SLIDE);
        return slide && type.size() > 2 ? type.get(2) : "";
    }

    private static void slide(DicomFile file, Dataset data, List<IdentityFinding> found) throws IOException {
        String flavor = slideFlavor(data);
        if (flavor.equals("LABEL")) {
            found.add(new IdentityFinding(
                    Kind.LABEL_IMAGE,
                    file.name(),
                    "(0008,0008) ImageType LABEL",
                    "a picture of the slide's label, which names the patient or the case; the file is not kept",
                    Treatment.REMOVED));
        } else if (flavor.equals("OVERVIEW")) {
            found.add(new IdentityFinding(
                    Kind.OVERVIEW_IMAGE,
                    file.name(),
                    "(0008,0008) ImageType OVERVIEW",
                    "a picture of the whole glass, on which the label can be readable; the file is not kept",
                    Treatment.REMOVED));
        }
    }

    private static void face(DicomFile file, Dataset data, List<IdentityFinding> found) throws IOException {
        String said = upper(data, Tags.RECOGNIZABLE_VISUAL_FEATURES);
        if (said.equals("YES")) {
            found.add(curator(
                    Kind.FACE,
                    file,
                    "(0028,0302) RecognizableVisualFeatures",
                    "the file says that a person can be recognized in it"));
        } else if (!said.equals("NO") && VOLUMES.contains(upper(data, Tags.MODALITY)) && isHead(data)) {
            found.add(curator(
                    Kind.FACE,
                    file,
                    "(0018,0015) BodyPartExamined or descriptions",
                    "sections of a head, from which a face can be rendered; take the face out before it is published"));
        }
    }

    private static boolean isHead(Dataset data) throws IOException {
        if (HEAD_PARTS.contains(upper(data, Tags.BODY_PART_EXAMINED).replace(" ", ""))) {
            return true;
        }
        int[] descriptions = {Tags.STUDY_DESCRIPTION, Tags.SERIES_DESCRIPTION, Tags.PROTOCOL_NAME};
        for (int tag : descriptions) {
            if (HEAD_WORDS.matcher(data.text(tag)).find()) {
                return true;
            }
        }
        return false;
    }

    private static IdentityFinding curator(Kind kind, DicomFile file, String where, String reason) {
        return new IdentityFinding(kind, file.name(), where, reason, Treatment.CURATOR);
    }

    private static String upper(Dataset data, int tag) throws IOException {
        return data.text(tag).toUpperCase(Locale.ROOT);
    }
}
