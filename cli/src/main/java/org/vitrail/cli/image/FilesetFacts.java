package org.vitrail.cli.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.omezarr.OmeZarrImages;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;

/** What is known of all images of an input: how many, and the first ones with all their facts. */
final class FilesetFacts {

    private final ImageFacts facts;
    private final int most;

    /** @param most images that are told one by one */
    FilesetFacts(ImageFacts facts, int most) {
        this.facts = facts;
        this.most = most;
    }

    /** A plate, a collection, or the one image's facts themselves. */
    Map<String, Object> of(OmeZarrImages images) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("kind", "OME-Zarr " + images.layout().name().toLowerCase(Locale.ROOT));
        if (images.layout() == Layout.IMAGE) {
            found.putAll(facts.of(images.reader(0)));
            return found;
        }
        int count = images.images().size();
        if (images.plateName() != null) {
            found.put("plate", images.plateName());
        }
        if (images.layout() == Layout.PLATE) {
            found.put("wells", wells(images));
        }
        found.put("images", count);
        List<Object> first = new ArrayList<>();
        for (int i = 0; i < Math.min(most, count); i++) {
            Map<String, Object> image = new LinkedHashMap<>();
            image.put("path", images.path(i));
            image.putAll(facts.of(images.reader(i)));
            first.add(image);
        }
        found.put("first", first);
        return found;
    }

    private static long wells(OmeZarrImages images) {
        List<List<Integer>> wells = new ArrayList<>();
        for (int i = 0; i < images.images().size(); i++) {
            wells.add(List.of(images.well(i).row(), images.well(i).column()));
        }
        return wells.stream().distinct().count();
    }

    /** Files, with what could reveal a person. */
    Map<String, Object> of(Fileset files) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("kind", "files");
        List<? extends PixelSource> images = files.images();
        if (images.size() == 1) {
            found.putAll(facts.of(images.get(0)));
        } else {
            found.put("images", images.size());
            List<Object> first = new ArrayList<>();
            for (PixelSource image : images.subList(0, Math.min(most, images.size()))) {
                first.add(facts.of(image));
            }
            found.put("first", first);
        }
        found.put(
                "findings", files.findings().stream().map(FilesetFacts::finding).toList());
        return found;
    }

    /** What could reveal a person, one by one. */
    static List<Map<String, Object>> findings(Fileset files) {
        return files.findings().stream().map(FilesetFacts::finding).toList();
    }

    private static Map<String, Object> finding(IdentityFinding finding) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("kind", finding.kind().name());
        found.put("file", finding.file());
        found.put("where", finding.where());
        found.put("reason", finding.reason());
        found.put("treatment", finding.treatment().name());
        return found;
    }
}
