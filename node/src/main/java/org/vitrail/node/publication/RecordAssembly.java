package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.publication.PublishedStore.Extent;
import org.vitrail.node.publication.PublishedStore.StoredImage;
import org.vitrail.node.publication.PublishedStore.StoredVersion;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.PlatePosition;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.TermReference;

/** Puts stored rows, what they inherit and the configured addresses together into published records. */
@ApplicationScoped
class RecordAssembly {
    private final PublishedAddresses addresses;
    private final NodeConfig node;
    private final Clock clock;

    RecordAssembly(PublicAddress address, NodeConfig node, Clock clock) {
        this.clock = clock;
        this.addresses = new PublishedAddresses(address, node.domain());
        this.node = node;
    }

    /** @param leadImageId image that stands for the data set; null if it has none */
    PublishedDataset dataset(StoredVersion stored, Extent extent, String leadImageId) {
        DatasetDescription described = stored.description();
        return new PublishedDataset(
                addresses.identifier(stored.accession()),
                stored.accession(),
                stored.version(),
                node.name(),
                node.institution(),
                addresses.dataset(stored.accession()),
                addresses.version(stored.accession(), stored.version()),
                stored.conceptDoi(),
                shownDoi(stored),
                stored.doiRegistered(),
                stored.publishedAt(),
                stored.modifiedAt(),
                described.title(),
                described.description(),
                described.creators(),
                described.license(),
                union(described, described.organisms(), ImageSet::organisms),
                union(described, described.imagingMethods(), ImageSet::imagingMethods),
                union(described, described.terms(), ImageSet::terms),
                described.keywords(),
                described.publications(),
                accessNow(described),
                described.embargoUntil(),
                imageSets(described, extent),
                extent.images(),
                extent.sizeBytes(),
                leadImage(stored, leadImageId),
                described.context());
    }

    /**
     * The version's DOI, but not while it waits for registration beside a concept DOI that is registered already: a record has
     * one flag for both, and a DOI that was shown must not disappear.
     */
    private static String shownDoi(StoredVersion stored) {
        return stored.doiRegistered() && !stored.versionDoiRegistered() ? null : stored.doi();
    }

    PublishedImage image(StoredVersion stored, StoredImage image) {
        DatasetDescription described = stored.description();
        ImageSet set = described.imageSets().get(image.imageSet());
        boolean open = accessNow(described) == Access.OPEN;
        String accession = stored.accession();
        URI zarr = open ? addresses.zarr(accession, image.imageId()) : null;
        return new PublishedImage(
                addresses.identifier(accession, image.imageId()),
                image.imageId(),
                addresses.identifier(accession),
                accession,
                described.title(),
                node.name(),
                node.institution(),
                addresses.image(accession, image.imageId()),
                set.name(),
                image.name(),
                described.creators(),
                set.license() == null ? described.license() : set.license(),
                inherited(set.organisms(), described.organisms()),
                inherited(set.imagingMethods(), described.imagingMethods()),
                inherited(set.terms(), described.terms()),
                accessNow(described),
                stored.publishedAt(),
                stored.modifiedAt(),
                image.pixels(),
                zarr,
                open ? addresses.thumbnail(accession, image.imageId()) : null,
                open ? image.digest() : null,
                image.sizeBytes(),
                labels(image, zarr),
                position(image.well()));
    }

    private static PlatePosition position(WellPosition well) {
        return well == null
                ? null
                : new PlatePosition(well.plate(), well.rowName() + well.columnName(), well.field() + 1);
    }

    private static List<PublishedLabel> labels(StoredImage image, URI zarr) {
        return image.labels().stream()
                .map(label -> new PublishedLabel(
                        label.labelId(),
                        label.name(),
                        zarr == null ? null : PublishedAddresses.label(zarr, label.name()),
                        zarr == null ? null : label.digest(),
                        label.dtype()))
                .toList();
    }

    private LeadImage leadImage(StoredVersion stored, String imageId) {
        if (imageId == null || accessNow(stored.description()) != Access.OPEN) {
            return null;
        }
        return new LeadImage(
                addresses.identifier(stored.accession(), imageId),
                addresses.zarr(stored.accession(), imageId),
                addresses.thumbnail(stored.accession(), imageId));
    }

    private static List<PublishedImageSet> imageSets(DatasetDescription described, Extent extent) {
        List<ImageSet> sets = described.imageSets();
        return IntStream.range(0, sets.size())
                .mapToObj(i -> new PublishedImageSet(
                        sets.get(i).name(),
                        sets.get(i).organisms(),
                        sets.get(i).imagingMethods(),
                        sets.get(i).terms(),
                        sets.get(i).license(),
                        extent.imagesOfSet().getOrDefault(i, 0)))
                .toList();
    }

    /** As {@link #access}, but open once the embargo has passed. */
    private Access accessNow(DatasetDescription described) {
        boolean passed = described.access() == Access.EMBARGOED
                && described.embargoUntil() != null
                && !described.embargoUntil().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return passed ? Access.OPEN : access(described);
    }

    static Access access(DatasetDescription described) {
        return described.access() == null ? Access.OPEN : described.access();
    }

    static List<TermReference> inherited(List<TermReference> own, List<TermReference> ofDataset) {
        return own.isEmpty() ? ofDataset : own;
    }

    static List<TermReference> union(
            DatasetDescription described, List<TermReference> own, Function<ImageSet, List<TermReference>> ofSet) {
        Set<TermReference> all = new LinkedHashSet<>(own);
        described.imageSets().forEach(set -> all.addAll(ofSet.apply(set)));
        return List.copyOf(all);
    }
}
