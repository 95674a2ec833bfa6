package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.ElementParser;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.identity.IdentityProfile.Action;
import org.vitrail.pixels.dicom.identity.IdentityProfile.Rule;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * What in a DICOM file could reveal a person: elements of the profile that have a value, at any depth, each named once a file. Private
 * elements, curves and overlays are named once a group.
 */
public final class IdentityFindings {

    private static final int MOST_LOOKED = 1000;
    private static final int MOST_SHORT = 256;

    private final IdentityProfile profile;
    private final DicomFile file;
    private final Dataset data;
    private final boolean uidsReplaced;
    private long pixelsAt;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> looked = new HashSet<>();
    private final List<IdentityFinding> found = new ArrayList<>();

    private IdentityFindings(IdentityProfile profile, DicomFile file, Dataset data) throws IOException {
        this.profile = profile;
        this.file = file;
        this.data = data;
        this.uidsReplaced = data.text(Tags.PATIENT_IDENTITY_REMOVED).equals("YES");
    }

    /**
     * Goes through the whole file, also through compressed pixel data, without decoding.
     *
     * @throws org.vitrail.pixels.UnreadableImage when it is damaged
     */
    public static List<IdentityFinding> of(DicomFile file, Dataset data) throws IOException {
        Optional<CodedFrames> frames = CodedFrames.find(file, data);
        IdentityFindings findings = new IdentityFindings(IdentityProfile.BASIC, file, data);
        findings.pixelsAt = frames.map(CodedFrames::pixels).map(Element::at).orElse(-1L);
        file.walk(data.parser(), element -> findings.visit(element, 0));
        findings.found.addAll(FileEnds.of(file, data));
        findings.found.addAll(PictureFindings.of(file, data));
        if (frames.isPresent()) {
            findings.found.addAll(OffsetTables.findings(frames.get()));
            findings.found.addAll(PixelGaps.of(frames.get()));
        }
        return List.copyOf(findings.found);
    }

    private boolean visit(Element element, int depth) throws IOException {
        if (PixelCopy.isPixels(element)) {
            furtherPixels(element);
            return true;
        }
        if (ColorProfiles.isProfile(element)) {
            ColorProfiles.findings(element, data.in()).stream()
                    .filter(finding -> seen.add(finding.where() + finding.kind()))
                    .forEach(found::add);
            return true;
        }
        Optional<Rule> rule = profile.find(element);
        if (rule.isPresent()) {
            if (reveals(element, rule.get())) {
                add(element, rule.get());
            }
            return true;
        }
        ElementParser parser = data.parser();
        if (parser.isSequence(element)) {
            parser.items(
                    element,
                    depth,
                    (from, end) -> parser.elements(
                            from, end, parser.itemSyntax(element), depth + 1, inner -> visit(inner, depth + 1)));
        } else if (FreeTexts.isText(element)) {
            lookInto(element);
        }
        return true;
    }

    /** Pixels inside of sequences, or beside those that are read: the copy is without them. */
    private void furtherPixels(Element element) {
        String where = Element.name(element.tag()) + " further pixels";
        boolean further = pixelsAt >= 0 && element.isPixelData() && element.at() != pixelsAt && element.length() != 0;
        if (further && seen.add(where)) {
            found.add(new IdentityFinding(
                    IdentityFinding.Kind.OVERVIEW_IMAGE,
                    file.name(),
                    where,
                    "a second picture, which no reader of images shows",
                    Treatment.REMOVED));
        }
    }

    /** The same text at the same tag, as frames repeat it, is looked into once. */
    private void lookInto(Element element) throws IOException {
        String text = data.text(element);
        boolean repeated =
                text.length() <= MOST_SHORT && looked.size() < MOST_LOOKED && !looked.add(element.tag() + text);
        if (text.isEmpty() || repeated) {
            return;
        }
        FreeTexts.findings(text, file.name(), Element.name(element.tag())).stream()
                .filter(finding -> seen.add(finding.where() + finding.kind()))
                .forEach(found::add);
    }

    /** An empty value reveals nothing, nor does a dummy, nor an identifier of a file that says it was rid of identity. */
    private boolean reveals(Element element, Rule rule) throws IOException {
        if (element.length() == 0 || rule.action() == Action.U && uidsReplaced) {
            return false;
        }
        if (data.parser().isSequence(element)) {
            return hasItems(element);
        }
        String text = data.text(element);
        if (rule.action() == Action.U) {
            return !Dummies.uids(text).equals(text);
        }
        return !text.isEmpty() && !(rule.action() == Action.D && Dummies.isDummy(text));
    }

    private boolean hasItems(Element sequence) throws IOException {
        return data.in()
                        .tag(
                                sequence.valueAt(),
                                data.parser().itemSyntax(sequence).order())
                == Tags.ITEM;
    }

    private void add(Element element, Rule rule) {
        boolean wholeGroup = element.isPrivate() || element.tag() >>> 24 == 0x50 || element.tag() >>> 24 == 0x60;
        String where = wholeGroup
                ? "(%04X,xxxx) %s".formatted(element.tag() >>> 16, rule.keyword())
                : Element.name(element.tag()) + " " + rule.keyword();
        if (seen.add(where)) {
            found.add(new IdentityFinding(rule.kind(), file.name(), where, reason(rule.kind()), Treatment.REMOVED));
        }
    }

    private static String reason(IdentityFinding.Kind kind) {
        return switch (kind) {
            case PERSON_NAME -> "names a patient or another person, or leads to one";
            case IDENTIFIER -> "identifies a person, a specimen, a device or an examination elsewhere";
            case DATE -> "says when a person was born or examined";
            case UID -> "leads back to the examination in the archive of a hospital";
            case PRIVATE_TAG -> "only the maker of the device knows what it holds";
            case LOCATION -> "says where a person was examined or lives";
            case BURNT_IN -> "graphics over the pixels in which a name may be drawn";
            case FACE -> "may be a photograph of the patient";
            default -> "describes a person, or is text in which anything may stand";
        };
    }
}
