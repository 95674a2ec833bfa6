package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;

/**
 * Which fragments of encapsulated pixel data make which frame. PS3.5 §A.4. Twelve bytes a fragment are kept.
 *
 * <p>One fragment a frame needs no offset table; else the extended table counts, then the basic one, then where codestreams begin.
 */
public final class FragmentIndex {

    private static final int MOST_FRAGMENTS = 4_000_000;

    private long[] at = new long[16];
    private int[] length = new int[16];
    private int fragments;
    private int[] firstOfFrame;

    private FragmentIndex() {}

    /**
     * Goes through the fragments' headers.
     *
     * @throws org.vitrail.pixels.UnreadableImage when they do not make that many frames
     */
    public static FragmentIndex read(Dataset data, Element pixels, int frames) throws IOException {
        FragmentIndex index = new FragmentIndex();
        long[] table = {-1, 0};
        data.parser().items(pixels, 0, (from, end) -> {
            if (table[0] < 0) {
                table[0] = from;
                table[1] = end - from;
            } else {
                index.add(data.in(), from, end - from);
            }
        });
        if (index.fragments == 0) {
            throw data.in().broken("its pixel data have no fragments", pixels.at());
        }
        index.firstOfFrame = index.divide(data, table[0], table[1], frames);
        return index;
    }

    private void add(DicomBytes in, long from, long bytes) {
        if (fragments == MOST_FRAGMENTS || bytes > Integer.MAX_VALUE - 64) {
            throw new UnsupportedImage(
                    "DICOM file %s has more than %d fragments of pixel data, or one over 2 GiB, which is not read. Divide it into several files."
                            .formatted(in.name(), MOST_FRAGMENTS));
        }
        if (fragments == at.length) {
            at = Arrays.copyOf(at, fragments * 2);
            length = Arrays.copyOf(length, fragments * 2);
        }
        at[fragments] = from;
        length[fragments++] = (int) bytes;
    }

    private int[] divide(Dataset data, long tableAt, long tableBytes, int frames) throws IOException {
        if (data.has(Tags.EXTENDED_OFFSET_TABLE)) {
            Element table = data.find(Tags.EXTENDED_OFFSET_TABLE).orElseThrow();
            return byTable(data.in(), table.valueAt(), table.length(), 8, frames);
        }
        if (tableBytes > 0) {
            return byTable(data.in(), tableAt, tableBytes, 4, frames);
        }
        if (frames == 1) {
            return new int[] {0};
        }
        return fragments == frames ? counting(frames) : byCodestreams(data.in(), frames);
    }

    private static int[] counting(int frames) {
        int[] first = new int[frames];
        Arrays.setAll(first, frame -> frame);
        return first;
    }

    private int[] byTable(DicomBytes in, long tableAt, long tableBytes, int entryBytes, int frames) throws IOException {
        if (tableBytes != (long) frames * entryBytes) {
            throw in.broken(
                    "its offset table has %d bytes, but there are %d frames".formatted(tableBytes, frames), tableAt);
        }
        int[] first = new int[frames];
        int fragment = 0;
        for (int frame = 0; frame < frames; frame++) {
            long entryAt = tableAt + (long) frame * entryBytes;
            long low = in.u32(entryAt, ByteOrder.LITTLE_ENDIAN);
            long offset = entryBytes == 8 ? low | (long) in.i32(entryAt + 4, ByteOrder.LITTLE_ENDIAN) << 32 : low;
            fragment = frame == 0 ? 0 : fragment + 1;
            while (fragment < fragments && offset(fragment, entryBytes) != offset) {
                fragment++;
            }
            if (fragment == fragments || frame == 0 && fragment > 0) {
                throw in.broken(
                        "its offset table points to %d for frame %d, where no fragment begins".formatted(offset, frame),
                        entryAt);
            }
            first[frame] = fragment;
        }
        return first;
    }

    /** Counted from the first fragment's item; the basic table wraps around at 4 GiB. */
    private long offset(int fragment, int entryBytes) {
        long offset = at[fragment] - at[0];
        return entryBytes == 8 ? offset : offset & 0xffffffffL;
    }

    /** A frame begins where a fragment begins like JPEG (FF D8) or JPEG 2000 (FF 4F). */
    private int[] byCodestreams(DicomBytes in, int frames) throws IOException {
        int[] first = new int[Math.min(frames, fragments)];
        int found = 0;
        for (int fragment = 0; fragment < fragments; fragment++) {
            int magic = length[fragment] < 2 ? 0 : in.u16(at[fragment], ByteOrder.BIG_ENDIAN);
            if (magic == 0xffd8 || magic == 0xff4f) {
                if (found == first.length) {
                    found++;
                    break;
                }
                first[found++] = fragment;
            }
        }
        if (found != frames || first[0] != 0) {
            throw in.broken(
                    "%d fragments do not make %d frames, and there is no offset table".formatted(fragments, frames),
                    at[0]);
        }
        return first;
    }

    /** Where the frame begins in the file, for messages. */
    public long at(int frame) {
        return at[firstOfFrame[frame]];
    }

    /** The frame's bytes, of all its fragments; null when they are more than {@code most}. */
    public byte[] bytes(DicomBytes in, int frame, long most) throws IOException {
        int from = firstOfFrame[frame];
        int to = frame + 1 < firstOfFrame.length ? firstOfFrame[frame + 1] : fragments;
        long total = 0;
        for (int fragment = from; fragment < to; fragment++) {
            total += length[fragment];
        }
        if (total > most) {
            return null;
        }
        byte[] bytes = new byte[(int) total];
        int made = 0;
        for (int fragment = from; fragment < to; fragment++) {
            in.read(at[fragment], bytes, made, length[fragment]);
            made += length[fragment];
        }
        return bytes;
    }

    /** Bytes in each of the frame's fragments. */
    public int[] lengths(int frame) {
        int to = frame + 1 < firstOfFrame.length ? firstOfFrame[frame + 1] : fragments;
        return Arrays.copyOfRange(length, firstOfFrame[frame], to);
    }
}
