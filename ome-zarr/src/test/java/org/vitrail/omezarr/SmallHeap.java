package org.vitrail.omezarr;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** Converts an image that never exists as a whole, into a store that keeps nothing; run in a Java of its own with a small heap. */
final class SmallHeap {

    private SmallHeap() {}

    /** @param arguments side of the square image in pixels */
    public static void main(String[] arguments) throws IOException {
        long side = Long.parseLong(arguments[0]);
        WrittenImage written = OmeZarrWriter.write(new Sparse(side), new Forgetting(), WriteOptions.defaults());
        long raw = written.shape().pixels() * written.type().bytes();
        System.out.println("raw " + raw + " heap " + Runtime.getRuntime().maxMemory() + " levels "
                + written.levels().size());
    }

    /** Black but for a grid of lines, cheap to make. */
    private record Sparse(long side) implements PixelSource {

        @Override
        public PixelShape shape() {
            return new PixelShape(1, 1, 1, side, side);
        }

        @Override
        public PixelType type() {
            return PixelType.UINT16;
        }

        @Override
        public SourceMetadata metadata() {
            return SourceMetadata.ofAxes("yx");
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
            Arrays.fill(destination, 0, height * width * 2, (byte) 0);
            for (int row = 0; row < height; row += 16) {
                destination[row * width * 2] = (byte) (y / 512 + x / 512 + 1);
            }
        }

        @Override
        public void close() {}
    }

    private static final class Forgetting implements ZarrStore {

        @Override
        public void put(String key, byte[] bytes) {}

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public byte[] range(String key, long offset, int length) {
            return new byte[0];
        }

        @Override
        public Optional<byte[]> suffix(String key, int length) {
            return Optional.empty();
        }
    }
}
