package loci.formats;

/** Stands in for Bio-Formats' class of that name. */
public final class MetadataTools {

    private MetadataTools() {}

    public static FakeMetadata createOMEXMLMetadata() {
        return new FakeMetadata();
    }
}
