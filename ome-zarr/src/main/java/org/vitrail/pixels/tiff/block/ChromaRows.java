package org.vitrail.pixels.tiff.block;

/**
 * Chroma of streams whose second and third component have half the rows but all columns (4:4:0). The JDK's decoder repeats each chroma
 * row; libjpeg-turbo, by which others see such pictures, weighs it 3 to 1 with the nearer neighbor. This does the latter afterwards.
 */
final class ChromaRows {

    private ChromaRows() {}

    /** Changes the second and third of three interleaved samples, in place. */
    static void smooth(byte[] samples, int width, int height) {
        int row = 3 * width;
        byte[] above = java.util.Arrays.copyOf(samples, row);
        byte[] here = new byte[row];
        for (int y = 0; y < height; y += 2) {
            System.arraycopy(samples, y * row, here, 0, row);
            int below = y + 2 < height ? (y + 2) * row : y * row;
            for (int x = 0; x < width; x++) {
                for (int i = 3 * x + 1; i < 3 * x + 3; i++) {
                    int weight = 3 * (here[i] & 0xff);
                    int next = below == y * row ? here[i] & 0xff : samples[below + i] & 0xff;
                    samples[y * row + i] = (byte) (weight + (above[i] & 0xff) + 1 >> 2);
                    if (y + 1 < height) {
                        samples[(y + 1) * row + i] = (byte) (weight + next + 2 >> 2);
                    }
                }
            }
            byte[] swapped = above;
            above = here;
            here = swapped;
        }
    }
}
