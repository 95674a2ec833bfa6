package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a collection of images as bioformats2raw lays them out. OME-NGFF 0.4 and 0.5 §bf2raw. */
final class CollectionWalk {

    private static final int MOST_IMAGES = 100_000;

    private final Documents documents;
    private final Groups groups;
    private final ImageWalk images;
    private final Findings findings;

    CollectionWalk(Documents documents, Groups groups, ImageWalk images, Findings findings) {
        this.documents = documents;
        this.groups = groups;
        this.images = images;
        this.findings = findings;
    }

    /** @param plated paths of the images of the plate that lies in the same group; null when there is no plate */
    void collection(Group group, Set<String> plated) {
        Element layout = group.ome().get("bioformats2raw.layout").in(Section.COLLECTION);
        if (layout.isNumber() && layout.node().doubleValue() != 3) {
            layout.report(Rule.OUT_OF_RANGE, "the layout is " + layout.shown() + "; 3 is needed", "Write 3");
        }
        Optional<Group> ome = groups.find(group.prefix() + "OME");
        Element series = ome.map(found -> found.ome().in(Section.COLLECTION).get("series"))
                .orElse(layout.get("series"));
        List<String> paths = new ArrayList<>();
        if (series.exists()) {
            paths.addAll(listed(series, group, plated));
        } else if (plated == null) {
            paths.addAll(numbered(group, layout));
        } else {
            paths.addAll(plated);
        }
        checkXml(group, layout, paths.size());
    }

    private Set<String> listed(Element series, Group group, Set<String> plated) {
        Set<String> paths = new LinkedHashSet<>();
        if (!series.isList(1)) {
            return paths;
        }
        for (Element entry : series.items()) {
            if (documents.isExhausted() || paths.size() >= MOST_IMAGES) {
                entry.report(
                        Rule.LEFT_OUT, "this image and those behind were not looked at", "Validate them by themselves");
                break;
            }
            entry.text()
                    .flatMap(path -> Documents.below(group.path(), path, entry))
                    .ifPresent(path -> {
                        if (!paths.add(path)) {
                            entry.report(
                                    Rule.NOT_UNIQUE, "image " + entry.shown() + " is listed twice", "List it once");
                        } else if (plated == null) {
                            groups.get(path, entry).ifPresent(images::image);
                        } else if (!plated.contains(path)) {
                            entry.report(
                                    Rule.SERIES,
                                    "no well of the plate has the image " + entry.shown(),
                                    "List the plate's images");
                        }
                    });
        }
        return paths;
    }

    /** Without a list, images are groups that are numbered from 0 without gaps. */
    private List<String> numbered(Group group, Element layout) {
        List<String> paths = new ArrayList<>();
        while (!documents.isExhausted() && paths.size() < MOST_IMAGES) {
            String path = group.prefix() + paths.size();
            Optional<Group> image = groups.find(path);
            if (image.isEmpty()) {
                break;
            }
            paths.add(path);
            images.image(image.get());
        }
        if (paths.isEmpty()) {
            layout.report(
                    Rule.SERIES,
                    "there is neither a list of images (OME, key \"series\") nor a group \"0\"",
                    "List the images, or number them from 0");
        }
        return paths;
    }

    private void checkXml(Group group, Element layout, int listed) {
        String key = group.prefix() + "OME/METADATA.ome.xml";
        Optional<byte[]> xml = documents.find(key, Section.COLLECTION);
        if (xml.isEmpty()) {
            if (!documents.isExhausted()) {
                layout.report(
                        Rule.RECOMMENDED, key + " is absent; it should be there", "Add the OME-XML of the images");
            }
            return;
        }
        OmeXmlCheck.problem(xml.get(), listed)
                .ifPresent(problem -> findings.add(
                        Rule.OME_XML,
                        key,
                        Section.COLLECTION,
                        problem,
                        "Write it again: one Image for each image, in their order, with MetadataOnly"));
    }
}
