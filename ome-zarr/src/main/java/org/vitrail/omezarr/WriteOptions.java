package org.vitrail.omezarr;

import java.net.URI;
import java.util.List;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.Channel;

/**
 * What a conversion is told beyond its source.
 *
 * @param name of the image; null takes the source's, or {@code image}
 * @param spacing pixel sizes; what is unknown here is taken from the source
 * @param channels names and colors; empty takes the source's; null fields likewise
 * @param compression of the chunks
 * @param threads that read and compress, ≥ 1
 * @param about landing page that the crate in the image's root links to; null for none
 * @param ngff version that is written
 * @param sourceIdentity what tells this source from any other, so that a conversion that died can go on where it was; null to begin
 *     anew each time
 * @param measuresQuality false to leave the measures of quality out
 */
public record WriteOptions(
        String name,
        PixelSpacing spacing,
        List<Channel> channels,
        ChunkCompression compression,
        int threads,
        URI about,
        NgffVersion ngff,
        SourceIdentity sourceIdentity,
        boolean measuresQuality) {

    /** Copies the list. */
    public WriteOptions {
        channels = List.copyOf(channels);
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread, not " + threads);
        }
    }

    /** Everything from the source, blosc around zstd, two threads, OME-NGFF 0.5. */
    public static WriteOptions defaults() {
        return new WriteOptions(
                null,
                PixelSpacing.UNKNOWN,
                List.of(),
                ChunkCompression.BLOSC_ZSTD,
                2,
                null,
                NgffVersion.V0_5,
                null,
                true);
    }

    /** These with another name. */
    public WriteOptions withName(String other) {
        return new WriteOptions(
                other, spacing, channels, compression, threads, about, ngff, sourceIdentity, measuresQuality);
    }

    /** These with other pixel sizes. */
    public WriteOptions withSpacing(PixelSpacing other) {
        return new WriteOptions(
                name, other, channels, compression, threads, about, ngff, sourceIdentity, measuresQuality);
    }

    /** These with other channels. */
    public WriteOptions withChannels(List<Channel> other) {
        return new WriteOptions(
                name, spacing, other, compression, threads, about, ngff, sourceIdentity, measuresQuality);
    }

    /** These with another compression. */
    public WriteOptions withCompression(ChunkCompression other) {
        return new WriteOptions(name, spacing, channels, other, threads, about, ngff, sourceIdentity, measuresQuality);
    }

    /** These with another number of threads. */
    public WriteOptions withThreads(int other) {
        return new WriteOptions(
                name, spacing, channels, compression, other, about, ngff, sourceIdentity, measuresQuality);
    }

    /** These with a landing page. */
    public WriteOptions withAbout(URI other) {
        return new WriteOptions(
                name, spacing, channels, compression, threads, other, ngff, sourceIdentity, measuresQuality);
    }

    /** These with another version of OME-NGFF. */
    public WriteOptions withNgff(NgffVersion other) {
        return new WriteOptions(
                name, spacing, channels, compression, threads, about, other, sourceIdentity, measuresQuality);
    }

    /** These without measures of quality; the perceptual hash stays. */
    public WriteOptions withoutQuality() {
        return new WriteOptions(name, spacing, channels, compression, threads, about, ngff, sourceIdentity, false);
    }

    /**
     * These for a source that is known by that text (hashes, or names, sizes and times of its files), so that its conversion can go on
     * after a crash.
     */
    public WriteOptions resumableAs(String text) {
        return identifiedBy(new SourceIdentity(text, false));
    }

    WriteOptions identifiedBy(SourceIdentity other) {
        return new WriteOptions(name, spacing, channels, compression, threads, about, ngff, other, measuresQuality);
    }
}
