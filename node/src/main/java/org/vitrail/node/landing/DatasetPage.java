package org.vitrail.node.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import org.vitrail.node.landing.LandingStore.FileLine;
import org.vitrail.node.landing.LandingStore.VersionLine;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** What the landing page of a version shows. */
record DatasetPage(
        PublishedDataset dataset,
        List<CreditLine> credits,
        Citation citation,
        List<PublishedImage> images,
        GalleryPage gallery,
        List<VersionLine> versions,
        List<FileLine> files,
        int fileCount,
        String jsonLd) {
    private static final int DESCRIPTION_CHARACTERS = 160;

    /** More would make the page long; all are in the metadata. */
    private static final int MOST_SETS = 5;

    /** The template. */
    @CheckedTemplate(basePath = "landing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Dataset(DatasetPage page) implements TemplateInstance {}

    /** A creator and where to find them; the link is empty where there is none. */
    record CreditLine(String name, String link, String affiliation) {}

    /** Pages of the gallery: the ordinals to continue after; −2 where there is no page. */
    record GalleryPage(int first, int last, int previousAfter, int nextAfter) {
        public boolean hasPrevious() {
            return previousAfter > -2;
        }

        public boolean hasNext() {
            return nextAfter > -2;
        }
    }

    /** What a citation names. */
    public URI citeAs() {
        return Signposting.citeAs(dataset);
    }

    /** What the work was and who paid for it. */
    public List<MadeLine> study() {
        return Making.of(dataset);
    }

    /** Image sets of which more is told than organisms and methods. */
    public List<MadeSet> making() {
        return dataset.imageSets().stream()
                .map(set -> new MadeSet(set.name(), Making.of(set)))
                .filter(set -> !set.lines().isEmpty())
                .limit(MOST_SETS)
                .toList();
    }

    /** How the images of a set were made. */
    record MadeSet(String name, List<MadeLine> lines) {}

    /** Whether a newer version exists. */
    public boolean superseded() {
        return !versions.isEmpty() && versions.getFirst().version() > dataset.version();
    }

    /** The first image where its pixels are open. */
    public boolean showsPixels() {
        return dataset.leadImage() != null;
    }

    /** Formats of the metadata. */
    public List<MetadataLink> metadata() {
        return MetadataLink.of(dataset);
    }

    /** Whether the images fill more than one page. */
    public boolean paged() {
        return gallery.hasPrevious() || gallery.hasNext();
    }

    /** Whether there are more files than are listed. */
    public boolean moreFiles() {
        return fileCount > files.size();
    }

    /** Name of the first image. */
    public String leadName() {
        return images.isEmpty() ? dataset.title() : images.getFirst().name();
    }

    /** The description, short enough for a search engine. */
    public String description() {
        String text = dataset.description().replaceAll("\\s+", " ");
        return text.length() <= DESCRIPTION_CHARACTERS ? text : text.substring(0, DESCRIPTION_CHARACTERS - 1) + "…";
    }
}
