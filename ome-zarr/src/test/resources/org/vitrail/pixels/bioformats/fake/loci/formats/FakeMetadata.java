package loci.formats;

import ome.units.Length;
import ome.units.Time;

/** What Bio-Formats' metadata store would say. */
public class FakeMetadata {

    /** A color. */
    public static final class Color {
        public int getRed() {
            return 0;
        }

        public int getGreen() {
            return 255;
        }

        public int getBlue() {
            return 128;
        }
    }

    public String getImageName(int series) {
        return series == 2 ? "label image" : "series " + series;
    }

    public Length getPixelsPhysicalSizeX(int series) {
        return new Length(0.25);
    }

    public Length getPixelsPhysicalSizeY(int series) {
        return new Length(0.5);
    }

    public Length getPixelsPhysicalSizeZ(int series) {
        return series == 0 ? new Length(2) : null;
    }

    public Time getPixelsTimeIncrement(int series) {
        return series == 0 ? new Time(2.5) : null;
    }

    public String getChannelName(int series, int channel) {
        if (series > 0) {
            throw new IndexOutOfBoundsException("no channel");
        }
        return "channel " + channel;
    }

    public Color getChannelColor(int series, int channel) {
        return channel == 1 ? new Color() : null;
    }
}
