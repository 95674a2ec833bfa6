package org.vitrail.pixels.jpeg;

/** How many restart markers a scan has: one before each interval but the first. ITU-T T.81 §A.2, §B.2.4.4. One for each picture. */
public final class Restarts {

    private static final int INTERVAL = 0xdd;
    private static final int BLOCK = 8;

    private int interval;
    private byte[] frame = new byte[0];

    /** Samples along the side of a unit: of a block, or one where nothing is transformed. */
    private int side = BLOCK;

    /** Looks at a segment before or between scans. @param payload without the two bytes of its length */
    public void segment(int marker, byte[] payload) {
        if (marker == INTERVAL && payload.length >= 2) {
            interval = u16(payload, 0);
        } else if (JpegSegments.isFrame(marker)) {
            frame = payload.clone();
            // C3, C7, CB and CF are lossless
            side = (marker & 3) == 3 ? 1 : BLOCK;
        }
    }

    /** For the scan whose header is given; what cannot be known counts as any number. */
    public long most(byte[] scan) {
        if (interval == 0) {
            return 0;
        }
        int components = frame.length < 6 ? 0 : frame[5] & 0xff;
        if (components == 0 || frame.length < 6 + 3 * components || scan.length < 2 || u16(frame, 1) == 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, (units(components, scan) - 1) / interval);
    }

    /** Interleaved components share units; a component alone has blocks of its own size. */
    private long units(int components, byte[] scan) {
        boolean single = (scan[0] & 0xff) == 1;
        int mostAcross = 1;
        int mostDown = 1;
        int across = 1;
        int down = 1;
        for (int i = 0; i < components; i++) {
            int factors = frame[7 + 3 * i] & 0xff;
            mostAcross = Math.max(mostAcross, factors >> 4);
            mostDown = Math.max(mostDown, factors & 15);
            if (frame[6 + 3 * i] == scan[1]) {
                across = factors >> 4;
                down = factors & 15;
            }
        }
        long width = u16(frame, 3);
        long height = u16(frame, 1);
        return single
                ? blocks(up(width * across, mostAcross)) * blocks(up(height * down, mostDown))
                : up(width, (long) side * mostAcross) * up(height, (long) side * mostDown);
    }

    private long blocks(long samples) {
        return up(samples, side);
    }

    private static long up(long whole, long part) {
        return (whole + part - 1) / part;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
