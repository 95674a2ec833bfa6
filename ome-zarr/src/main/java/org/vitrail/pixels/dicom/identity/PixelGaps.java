package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/**
 * What lies inside of pixel data and is no pixel: comments and application segments of JPEG and JPEG 2000, bytes behind coded or native
 * frames. Named once a file for each sort, with its first frame, counted from 1 as PS3.3 §C.7.6.16.2.2 does.
 */
final class PixelGaps {

    private static final int MOST_TEXT = 1 << 16;

    /** Whoever opens a slide of many gigabytes does not want to wait until all of it was read; a copy loses all. */
    private static final long MOST_LOOKED_AT = 128 << 20;

    private static final String PLACE = "(7FE0,0010) PixelData";

    private final CodedFrames frames;
    private final Map<String, Sort> sorts = new LinkedHashMap<>();

    private PixelGaps(CodedFrames frames) {
        this.frames = frames;
    }

    /** What is found of one sort. */
    private static final class Sort {
        private final int first;
        private int count;
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

        Sort(int first) {
            this.first = first;
        }
    }

    static List<IdentityFinding> of(CodedFrames frames) throws IOException {
        if (frames.isNative()) {
            long end = frames.pixels().valueAt() + frames.pixels().length();
            return StrayBytes.of(frames.data().in(), frames.nativeEnd(), end, PLACE + ", bytes behind the last pixel");
        }
        PixelGaps gaps = new PixelGaps(frames);
        long left = MOST_LOOKED_AT;
        for (int frame = 0; frame < frames.layout().frames() && left > 0; frame++) {
            left -= gaps.look(frame);
        }
        List<IdentityFinding> found = new ArrayList<>();
        gaps.sorts.forEach((what, sort) -> sort.kinds.forEach(kind -> found.add(gaps.finding(what, sort, kind))));
        return found;
    }

    /** @return bytes of the frame as it is stored */
    private int look(int frame) throws IOException {
        byte[] coded = frames.frame(frame);
        Set<String> here = new java.util.HashSet<>();
        for (Gap gap : frames.gaps(coded)) {
            if (gap.isFilled(coded)) {
                Sort sort = sorts.computeIfAbsent(gap.what(), what -> new Sort(frame));
                sort.count += here.add(gap.what()) ? 1 : 0;
                sort.kinds.add(kind(gap));
                int length = Math.min(MOST_TEXT, gap.to() - gap.from());
                sort.kinds.addAll(
                        IdentityText.kinds(new String(coded, gap.from(), length, StandardCharsets.ISO_8859_1)));
            }
        }
        return coded.length;
    }

    private static Kind kind(Gap gap) {
        if (gap.what().endsWith("comment")) {
            return Kind.FREE_TEXT;
        }
        return gap.what().endsWith("thumbnail") ? Kind.OVERVIEW_IMAGE : Kind.PRIVATE_TAG;
    }

    private IdentityFinding finding(String what, Sort sort, Kind kind) {
        String more = sort.count > 1 ? " and %d more".formatted(sort.count - 1) : "";
        return new IdentityFinding(
                kind,
                frames.file().name(),
                "%s, frame %d%s, %s".formatted(PLACE, sort.first + 1, more, what),
                "stands among compressed pixels, belongs to none of them, and can hold anything",
                Treatment.REMOVED);
    }
}
