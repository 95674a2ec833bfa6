package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * Tables of where frames begin. The one by which frames are found is known to be right; another beside it, and the table of lengths, could
 * hold anything. PS3.5 §A.4, PS3.3 §C.7.6.3.1.8.
 */
final class OffsetTables {

    private OffsetTables() {}

    static boolean isTable(Element element) {
        return element.tag() == Tags.EXTENDED_OFFSET_TABLE || element.tag() == Tags.EXTENDED_OFFSET_TABLE_LENGTHS;
    }

    /** The basic table's value: empty beside an extended one. */
    static byte[] basic(CodedFrames frames) throws IOException {
        return frames.data().has(Tags.EXTENDED_OFFSET_TABLE) ? new byte[0] : stored(frames);
    }

    private static byte[] stored(CodedFrames frames) throws IOException {
        List<byte[]> first = new ArrayList<>();
        frames.data().parser().items(frames.pixels(), 0, (from, end) -> {
            if (first.isEmpty()) {
                // as long as there are frames, or beside an extended table: no more than that is looked at
                int most = 4 * frames.layout().frames();
                first.add(frames.data().in().bytes(from, (int) Math.min(most, end - from)));
            }
        });
        return first.get(0);
    }

    /** An extended table as it has to be; null where there must be none. */
    static byte[] extended(CodedFrames frames, Element table) throws IOException {
        if (frames.isNative() || !frames.data().has(Tags.EXTENDED_OFFSET_TABLE)) {
            return null;
        }
        int count = frames.layout().frames();
        if (table.tag() == Tags.EXTENDED_OFFSET_TABLE) {
            Element known = frames.data().find(table.tag()).orElseThrow();
            return frames.data().in().bytes(known.valueAt(), 8 * count);
        }
        ByteBuffer lengths = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < count; frame++) {
            lengths.putLong(
                    Arrays.stream(frames.index().lengths(frame)).asLongStream().sum());
        }
        return lengths.array();
    }

    static List<IdentityFinding> findings(CodedFrames frames) throws IOException {
        List<IdentityFinding> found = new ArrayList<>();
        boolean beside = !frames.isNative() && frames.data().has(Tags.EXTENDED_OFFSET_TABLE);
        if (beside && stored(frames).length > 0) {
            found.add(finding(frames, "(7FE0,0010) PixelData, basic offset table"));
        }
        Element lengths = frames.data().find(Tags.EXTENDED_OFFSET_TABLE_LENGTHS).orElse(null);
        if (lengths != null && lengths.length() > 0 && !isRight(frames, lengths)) {
            found.add(finding(frames, "(7FE0,0002) ExtendedOffsetTableLengths"));
        }
        if (frames.isNative() && frames.data().has(Tags.EXTENDED_OFFSET_TABLE)) {
            found.add(finding(frames, "(7FE0,0001) ExtendedOffsetTable"));
        }
        return found;
    }

    private static boolean isRight(CodedFrames frames, Element lengths) throws IOException {
        byte[] wanted = extended(frames, lengths);
        return wanted != null
                && wanted.length == lengths.length()
                && Arrays.equals(wanted, frames.data().in().bytes(lengths.valueAt(), wanted.length));
    }

    private static IdentityFinding finding(CodedFrames frames, String where) {
        return new IdentityFinding(
                Kind.PRIVATE_TAG,
                frames.file().name(),
                where,
                "a table by which no frame is found, and which does not say what it has to",
                Treatment.REMOVED);
    }
}
