package org.vitrail.omezarr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrail.omezarr.ngff.DocumentTexts;
import org.vitrail.omezarr.ngff.GroupDocument;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What the documents of an OME-Zarr could reveal of a person. */
final class ZarrFindings {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_XML_BYTES = 64 << 20;
    private static final int SCANNED_XML_BYTES = 4 << 20;
    private static final Pattern EXPERIMENTER = Pattern.compile("<([A-Za-z]+:)?Experimenter[\\s/>]");
    private static final String OME_XML = "OME/METADATA.ome.xml";

    private final ZarrStore store;
    private final ZarrGroups groups;
    private final String file;
    private final List<IdentityFinding> findings = new ArrayList<>();

    private ZarrFindings(ZarrStore store) {
        this.store = store;
        this.groups = new ZarrGroups(store);
        String[] folders = store.toString().split("[/\\\\]+");
        this.file = folders[folders.length - 1];
    }

    /** Of the root, its OME-XML, each image and its label images. */
    static List<IdentityFinding> of(ZarrStore store, ImageTree tree) {
        ZarrFindings found = new ZarrFindings(store);
        found.group("", found.groups.get(""));
        found.omeXml();
        for (ImageTree.Member member : tree.members()) {
            String prefix = member.path().isEmpty() ? "" : member.path() + "/";
            if (!prefix.isEmpty() && found.findings.size() < MOST_FINDINGS) {
                found.group(prefix, found.groups.get(prefix));
            }
            if (found.findings.size() < MOST_FINDINGS) {
                found.labels(prefix);
            }
        }
        return List.copyOf(found.findings);
    }

    /** Names are written again when the image is converted, unless they reveal; everything else stays behind. */
    private void group(String prefix, GroupDocument group) {
        String key = prefix + document(group);
        findings.addAll(IdentityText.findings(DocumentTexts.names(group), file, key + ", names", Treatment.REMOVED));
        findings.addAll(
                IdentityText.findings(DocumentTexts.others(group), file, key + ", other texts", Treatment.REMOVED));
    }

    private static String document(GroupDocument group) {
        return group.version().equals("0.4") ? ZarrGroups.V2_ATTRIBUTES : ZarrGroups.V3;
    }

    /** Names of label images are names of folders too: where one reveals, the place must not say it again. */
    private void labels(String image) {
        String prefix = image + "labels/";
        Optional<GroupDocument> list = groups.find(prefix);
        if (list.isEmpty()) {
            return;
        }
        List<String> names = groups.checked(prefix, list.get(), GroupDocument::labels);
        findings.addAll(IdentityText.findings(
                String.join("\n", names), file, prefix + document(list.get()) + ", labels", Treatment.REMOVED));
        for (String name : names) {
            if (findings.size() < MOST_FINDINGS) {
                groups.find(ZarrKeys.checked(prefix + name) + "/")
                        .ifPresent(label -> group(prefix + IdentityText.masked(name) + "/", label));
            }
        }
    }

    private void omeXml() {
        Optional<byte[]> xml = store.find(OME_XML, MOST_XML_BYTES);
        if (xml.isEmpty()) {
            return;
        }
        int length = Math.min(xml.get().length, SCANNED_XML_BYTES);
        String text = new String(xml.get(), 0, length, StandardCharsets.UTF_8);
        if (EXPERIMENTER.matcher(text).find()) {
            String reason = "The OME-XML names who made the images; it is not converted.";
            findings.add(
                    new IdentityFinding(Kind.PERSON_NAME, file, OME_XML + ", Experimenter", reason, Treatment.REMOVED));
        }
        findings.addAll(
                IdentityText.findings(text.replaceAll("<[^<>]*>", "\n"), file, OME_XML + ", texts", Treatment.REMOVED));
    }
}
