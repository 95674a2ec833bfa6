package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Hands on what is found in one file, with its page and reason. */
final class FoundStretches {

    private final String file;
    private final Revealing.Sink sink;
    private int page;

    FoundStretches(String file, Revealing.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** What is found from now on is on that page, counted from 0. */
    void onPage(int number) {
        page = number;
    }

    /** Hands on a stretch when it changes. @param kinds what it reveals; none when it is only taken out beside others */
    void replace(Set<Kind> kinds, String place, long offset, byte[] before, byte[] by) throws IOException {
        byte[] fitting = by.length == before.length ? by : new byte[before.length];
        if (!Arrays.equals(before, fitting)) {
            sink.found(new Revealing(findings(kinds, place), offset, fitting));
        }
    }

    /** As {@link #replace}, for bytes that no pixel and no field needs. */
    void replaceUnneeded(Set<Kind> kinds, String place, long offset, byte[] by) throws IOException {
        sink.found(new Revealing(findings(kinds, place), offset, by, true));
    }

    /** What cannot be taken out, so that the file cannot be kept. */
    void outOfReach(Set<Kind> kinds, String place, long offset) throws IOException {
        sink.found(new Revealing(findings(kinds, place), offset, new byte[0]));
    }

    /** What was found by others, as it is. */
    void handOn(List<IdentityFinding> findings, long offset, byte[] by) throws IOException {
        sink.found(new Revealing(findings, offset, by));
    }

    private List<IdentityFinding> findings(Set<Kind> kinds, String place) {
        String where = (page > 0 ? "page " + (page + 1) + ", " : "") + place;
        return kinds.stream()
                .map(kind ->
                        new IdentityFinding(kind, file, where, "Holds " + TagIdentity.meaning(kind), Treatment.REMOVED))
                .toList();
    }
}
