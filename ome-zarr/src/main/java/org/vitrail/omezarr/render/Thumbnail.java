package org.vitrail.omezarr.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vitrail.omezarr.pyramid.Area;
import org.vitrail.omezarr.pyramid.LevelPlan;
import org.vitrail.omezarr.pyramid.PyramidPlan;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.pixels.SampleValues;

/** Keeps one plane of a small level, first time point and middle section, and draws it at most 256 pixels wide and high. */
public final class Thumbnail implements Tile.Observer {

    private static final int SIDE = 256;
    private static final int MOST_CHANNELS = 8;
    private static final float QUALITY = 0.85f;

    private final PyramidPlan plan;
    private final LevelPlan level;
    private final double[][] planes;

    /** Room for a plane of the last level but one, at most 512 pixels wide and high. */
    public Thumbnail(PyramidPlan plan) {
        this.plan = plan;
        this.level = plan.levels().get(Math.max(0, plan.levels().size() - 2));
        this.planes = new double[Math.min(MOST_CHANNELS, plan.shape().c())][(int) (level.height() * level.width())];
    }

    @Override
    public void see(Tile tile) {
        if (tile.level() != level.number()
                || tile.t() != 0
                || tile.z() != plan.shape().z() / 2 / level.factorZ()
                || tile.c() >= planes.length) {
            return;
        }
        Area area = tile.area();
        for (int y = 0; y < area.height(); y++) {
            int to = (int) ((tile.y() + y) * level.width() + tile.x());
            for (int x = 0; x < area.width(); x++) {
                int from = area.offset() + y * area.stride() + x;
                planes[tile.c()][to + x] = SampleValues.at(plan.type(), area.bytes(), from);
            }
        }
    }

    /** All kept channels in their colors, added up. @param ranges black and brightest value of each; @param colors {@code RRGGBB} */
    public byte[] composite(List<ChannelRanges.Range> ranges, List<String> colors) {
        double[] light = new double[3 * (int) (level.height() * level.width())];
        for (int c = 0; c < planes.length; c++) {
            ChannelRanges.Range range = ranges.get(c);
            int color = Integer.parseInt(colors.get(c), 16);
            for (int i = 0; i < planes[c].length; i++) {
                double value = (planes[c][i] - range.start()) / (range.end() - range.start());
                double bright = value > 0 ? Math.min(1, value) : 0;
                light[3 * i] += bright * (color >> 16);
                light[3 * i + 1] += bright * (color >> 8 & 0xff);
                light[3 * i + 2] += bright * (color & 0xff);
            }
        }
        BufferedImage image = blank();
        for (int i = 0; i < light.length / 3; i++) {
            int rgb = byteOf(light[3 * i]) << 16 | byteOf(light[3 * i + 1]) << 8 | byteOf(light[3 * i + 2]);
            image.setRGB(i % image.getWidth(), i / image.getWidth(), rgb);
        }
        return jpeg(image, true);
    }

    /** Each id in a color of its own, background black. */
    public byte[] labels() {
        BufferedImage image = blank();
        for (int i = 0; i < planes[0].length; i++) {
            long id = (long) planes[0][i];
            long mixed = id * 0x9E3779B97F4A7C15L;
            float hue = (mixed >>> 40) / (float) (1 << 24);
            float saturation = 0.55f + (mixed >>> 36 & 3) * 0.15f;
            int rgb = id == 0 ? 0 : java.awt.Color.HSBtoRGB(hue, saturation, 0.95f);
            image.setRGB(i % image.getWidth(), i / image.getWidth(), rgb);
        }
        return jpeg(image, false);
    }

    private BufferedImage blank() {
        return new BufferedImage((int) level.width(), (int) level.height(), BufferedImage.TYPE_INT_RGB);
    }

    private static int byteOf(double light) {
        return (int) Math.min(255, Math.round(light));
    }

    private static byte[] jpeg(BufferedImage image, boolean smooth) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(scaled(image, smooth), null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory took no picture", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage image, boolean smooth) {
        double factor = Math.min(1.0, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        if (factor == 1.0) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        Object how = smooth
                ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, how);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
