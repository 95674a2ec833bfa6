package org.vitrail.cli.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Ellipsoid cells scattered over a field. The first channel shows bodies (nuclei), the second their shells (membranes); the
 * label image numbers them from 1. In a time series every cell drifts.
 */
final class CellScene {

    private static final double BODY = 1.0;
    private static final double SHELL = 1.16;
    private static final double SHELL_WIDTH = 0.09;

    private final PixelShape shape;
    private final long seed;
    private final List<Cell> cells = new ArrayList<>();

    /** One cell: centre and radii in pixels, drift in pixels a frame, brightness from 0 to 1. */
    private record Cell(
            double y,
            double x,
            double z,
            double radius,
            double depth,
            double driftY,
            double driftX,
            double brightness) {

        /** Distance from the centre in units of the cell's radius: below 1 is inside. */
        double distance(int t, double atZ, double atY, double atX) {
            double dy = (atY - y - t * driftY) / radius;
            double dx = (atX - x - t * driftX) / radius;
            double dz = (atZ - z) / depth;
            return Math.sqrt(dy * dy + dx * dx + dz * dz);
        }
    }

    CellScene(PixelShape shape, int count, double radius, long seed) {
        this.shape = shape;
        this.seed = seed;
        var random = new Random(seed);
        for (int attempt = 0; attempt < 40 * count && cells.size() < count; attempt++) {
            Cell candidate = cell(random, radius);
            if (cells.stream().noneMatch(other -> overlap(other, candidate))) {
                cells.add(candidate);
            }
        }
    }

    private Cell cell(Random random, double radius) {
        return new Cell(
                random.nextDouble() * shape.y(),
                random.nextDouble() * shape.x(),
                shape.z() <= 1 ? 0 : random.nextDouble() * shape.z(),
                radius * (0.75 + 0.5 * random.nextDouble()),
                Math.max(1.5, shape.z() / 3.0),
                random.nextGaussian() * 1.5,
                random.nextGaussian() * 1.5,
                0.45 + 0.55 * random.nextDouble());
    }

    private static boolean overlap(Cell a, Cell b) {
        return Math.hypot(a.y - b.y, a.x - b.x) < 1.25 * (a.radius + b.radius);
    }

    /** The image: per channel cells over background, with noise that depends on the seed only. */
    SyntheticImage image(PixelType type, int background, int signal) {
        var image = new SyntheticImage(shape, type);
        for (int t = 0; t < shape.t(); t++) {
            for (int c = 0; c < shape.c(); c++) {
                for (int z = 0; z < shape.z(); z++) {
                    paint(image, t, c, z, background, signal);
                }
            }
        }
        return image;
    }

    private void paint(SyntheticImage image, int t, int c, int z, int background, int signal) {
        byte[] plane = image.plane(t, c, z);
        var noise = new Random(seed * 31 + ((long) t * shape.c() + c) * shape.z() + z);
        double[] light = new double[Math.toIntExact(shape.y() * shape.x())];
        for (Cell cell : cells) {
            forEachPixelNear(cell, t, (y, x) -> {
                double glow = glow(c, cell.distance(t, z, y, x));
                light[Math.toIntExact(y * shape.x() + x)] += glow * cell.brightness;
            });
        }
        for (int y = 0; y < shape.y(); y++) {
            for (int x = 0; x < shape.x(); x++) {
                double expected = background + signal * light[Math.toIntExact(y * shape.x() + x)];
                image.set(plane, y, x, (int) Math.round(expected + noise.nextGaussian() * Math.sqrt(expected)));
            }
        }
    }

    private static double glow(int channel, double distance) {
        if (channel % 2 == 0) {
            return distance < BODY ? 1 - 0.6 * distance * distance : 0;
        }
        double off = (distance - SHELL) / SHELL_WIDTH;
        return Math.exp(-off * off);
    }

    /** The truth: 0 is background, each cell has a number of its own, the same in every frame. */
    SyntheticImage labels() {
        var truth = new SyntheticImage(new PixelShape(shape.t(), 1, shape.z(), shape.y(), shape.x()), PixelType.UINT16);
        for (int t = 0; t < shape.t(); t++) {
            for (int z = 0; z < shape.z(); z++) {
                number(truth, t, z);
            }
        }
        return truth;
    }

    private void number(SyntheticImage truth, int t, int z) {
        byte[] plane = truth.plane(t, 0, z);
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            int label = index + 1;
            forEachPixelNear(cell, t, (y, x) -> {
                if (cell.distance(t, z, y, x) < BODY) {
                    truth.set(plane, y, x, label);
                }
            });
        }
    }

    private interface AtPixel {
        void visit(int y, int x);
    }

    private void forEachPixelNear(Cell cell, int t, AtPixel visitor) {
        double reach = cell.radius * 1.5;
        double centreY = cell.y + t * cell.driftY;
        double centreX = cell.x + t * cell.driftX;
        int lastY = (int) Math.min(shape.y() - 1, centreY + reach);
        int lastX = (int) Math.min(shape.x() - 1, centreX + reach);
        for (int y = (int) Math.max(0, centreY - reach); y <= lastY; y++) {
            for (int x = (int) Math.max(0, centreX - reach); x <= lastX; x++) {
                visitor.visit(y, x);
            }
        }
    }
}
