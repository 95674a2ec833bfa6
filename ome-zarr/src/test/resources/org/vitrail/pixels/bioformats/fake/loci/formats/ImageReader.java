package loci.formats;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;

/**
 * Stands in for Bio-Formats' class of that name. The file's text says what it does: serve known pixels, or misbehave.
 *
 * <p>Series 0 is 2x2x3x40x50 big-endian uint16, series 1 one interleaved RGB plane, series 2 a label.
 */
public class ImageReader {

    private String text;
    private String file;
    private int series;

    public void setFlattenedResolutions(boolean flattened) {
        if (flattened) {
            throw new IllegalStateException("levels would be series");
        }
    }

    public void setMetadataStore(FakeMetadata store) {}

    public void setId(String id) throws Exception {
        file = id;
        text = Files.readString(Path.of(id));
        System.out.println("a library that prints");
        if (text.contains("unknown")) {
            throw new UnknownFormatException("Unknown file format: " + id);
        }
        if (text.contains("broken")) {
            throw new IOException("Invalid segment in " + id);
        }
        misbehave("open");
    }

    private void misbehave(String when) throws Exception {
        if (text.contains(when + " dies")) {
            Runtime.getRuntime().halt(9);
        }
        if (text.contains(when + " hangs")) {
            Thread.sleep(600_000);
        }
        if (text.contains(when + " babbles")) {
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write("what is this? no answer at all".getBytes());
            }
        }
        if (text.contains(when + " devours")) {
            byte[][] all = new byte[1 << 20][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new byte[1 << 20];
            }
        }
    }

    public String getFormat() {
        return "Fake";
    }

    public String[] getUsedFiles() {
        return text.contains("outside") ? new String[] {file, "/etc/passwd"} : new String[] {file};
    }

    public int getSeriesCount() {
        return text.contains("three series") ? 3 : 2;
    }

    public void setSeries(int number) {
        series = number;
    }

    public int getPixelType() {
        return text.contains("bits") ? 8 : series == 0 ? 3 : 1;
    }

    public int getSizeT() {
        return series == 0 ? 2 : 1;
    }

    public int getSizeC() {
        return series == 0 ? 2 : 3;
    }

    public int getSizeZ() {
        return series == 0 ? 3 : 1;
    }

    public int getSizeY() {
        return text.contains("negative") ? -5 : 40;
    }

    public int getSizeX() {
        return 50;
    }

    public int getRGBChannelCount() {
        return series == 0 ? 1 : 3;
    }

    public boolean isInterleaved() {
        return series > 0;
    }

    public boolean isLittleEndian() {
        return false;
    }

    public int getIndex(int z, int c, int t) {
        return (t * 2 + c) * 3 + z;
    }

    public Hashtable<String, Object> getGlobalMetadata() {
        Hashtable<String, Object> all = new Hashtable<>();
        all.put("Objective", "63x");
        if (text.contains("revealing")) {
            all.put("UserName", "Operator: Jane Example");
            all.put("Contact", "jane@example.org");
        }
        return all;
    }

    public Hashtable<String, Object> getSeriesMetadata() {
        return new Hashtable<>();
    }

    public byte[] openBytes(int plane, int x, int y, int width, int height) throws Exception {
        misbehave("read");
        int samples = series == 0 ? 2 : 3;
        byte[] bytes = new byte[width * height * samples];
        for (int i = 0; i < width * height; i++) {
            int value = plane * 5000 + (y + i / width) * 50 + x + i % width;
            if (series == 0) {
                bytes[2 * i] = (byte) (value >> 8);
                bytes[2 * i + 1] = (byte) value;
            } else {
                bytes[3 * i] = (byte) value;
                bytes[3 * i + 1] = (byte) (value + 1);
                bytes[3 * i + 2] = (byte) (value + 2);
            }
        }
        return text.contains("read short") ? new byte[3] : bytes;
    }
}
