package org.vitrail.omezarr.validation;

import java.util.Optional;

/** Finds groups of the one format of Zarr that the root has. Zarr v3 core §group-metadata; Zarr v2 §hierarchies. */
final class Groups {

    private static final String V3 = "zarr.json";
    private static final String V2_GROUP = ".zgroup";
    private static final String V2_ATTRIBUTES = ".zattrs";

    private final Documents documents;
    private final Findings findings;

    Groups(Documents documents, Findings findings) {
        this.documents = documents;
        this.findings = findings;
    }

    /** The group at a path; empty when there is none, or, reported, when its document cannot be read. */
    Optional<Group> find(String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        return findings.zarrV3() ? findV3(path, prefix + V3) : findV2(path, prefix);
    }

    /** The group at a path that a document names; absence is reported there. */
    Optional<Group> get(String path, Element namedBy) {
        String prefix = path + "/";
        Optional<Group> found = find(path);
        if (found.isEmpty() && !documents.isExhausted()) {
            String other = findings.zarrV3() ? prefix + V2_GROUP : prefix + V3;
            boolean mixed = documents.find(other, Section.ZARR_GROUP).isPresent();
            namedBy.report(
                    Rule.ABSENT_GROUP,
                    "there is no readable group \"" + path + "\""
                            + (mixed ? ", only one of the other format of Zarr (" + other + ")" : ""),
                    "Add the group, or remove what names it");
            documents.countAbsent(prefix, Section.ZARR_GROUP);
        }
        return found;
    }

    private Optional<Group> findV3(String path, String key) {
        return documents.json(key, Section.ZARR_GROUP).map(root -> {
            if (!ArrayRules.isNumber(root.get("zarr_format"), 3)
                    || !root.get("node_type").node().asText().equals("group")) {
                root.report(
                        Rule.GROUP_METADATA,
                        "zarr_format is " + root.get("zarr_format").shown() + " and node_type is "
                                + root.get("node_type").shown() + "; 3 and \"group\" are needed",
                        "Make it a group of Zarr v3");
            }
            Element ome = root.get("attributes").get("ome").in(Section.METADATA);
            if (ome.isObject()) {
                checkVersion(ome.required("version"));
            }
            return new Group(path, ome, root.get("attributes").get("vitrail"));
        });
    }

    private static void checkVersion(Element version) {
        if (version.exists() && !version.node().asText().equals("0.5")) {
            version.report(
                    Rule.VERSION,
                    "version is " + version.shown() + "; over Zarr v3 it is \"0.5\" throughout a hierarchy",
                    "Convert it to OME-NGFF 0.5, or ask for a program that knows that version");
        }
    }

    private Optional<Group> findV2(String path, String prefix) {
        Optional<Element> group = documents.json(prefix + V2_GROUP, Section.ZARR_GROUP);
        Optional<Element> attributes = documents.json(prefix + V2_ATTRIBUTES, Section.METADATA);
        if (group.isEmpty() && attributes.isEmpty()) {
            return Optional.empty();
        }
        if (group.isEmpty()) {
            findings.add(
                    Rule.GROUP_METADATA,
                    prefix + V2_GROUP,
                    Section.ZARR_GROUP,
                    "it is missing or unreadable, so that " + prefix + V2_ATTRIBUTES + " belongs to no group",
                    "Add it with the content {\"zarr_format\": 2}");
        }
        group.filter(element -> !ArrayRules.isNumber(element.get("zarr_format"), 2))
                .ifPresent(element -> element.report(
                        Rule.GROUP_METADATA,
                        "zarr_format is " + element.get("zarr_format").shown() + "; 2 is needed",
                        "Make it a group of Zarr v2"));
        Element ome = attributes.orElseGet(
                () -> Element.root(findings, prefix + V2_ATTRIBUTES, Element.nothing(), Section.METADATA));
        return Optional.of(new Group(path, ome, ome.get("vitrail")));
    }

    /** Of 0.4, where each block says its own version; of 0.5, where only the whole does, it is compared when it is there. */
    void checkBlockVersion(Element block) {
        String expected = findings.zarrV3() ? "0.5" : "0.4";
        Element version = block.get("version");
        if (!findings.zarrV3()) {
            block.recommend("version");
        }
        if (version.exists() && !version.node().asText().equals(expected)) {
            version.report(
                    Rule.VERSION,
                    "version is " + version.shown() + "; \"" + expected + "\" is expected",
                    "Convert the hierarchy to one version of OME-NGFF");
        }
    }
}
