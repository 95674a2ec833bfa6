package org.vitrail.pixels.tiff.ome;

import java.util.ArrayList;
import java.util.List;

/**
 * Which planes of an image with folded axes make one of the images it becomes: those at one position of each folded axis.
 *
 * @param image as the file has it
 * @param samples per pixel
 * @param positions one for each of the image's modulos
 */
record Folding(OmeImage image, int samples, List<Integer> positions) {

    Folding {
        positions = List.copyOf(positions);
    }

    /** One for each position of the folded axes, the last of them running fastest; a single one when there are none. */
    static List<Folding> of(OmeImage image, int samples) {
        List<Folding> all = new ArrayList<>(List.of(new Folding(image, samples, List.of())));
        for (OmeModulo modulo : image.modulos()) {
            List<Folding> further = new ArrayList<>();
            for (Folding folding : all) {
                for (int i = 0; i < modulo.length(); i++) {
                    List<Integer> positions = new ArrayList<>(folding.positions);
                    positions.add(i);
                    further.add(new Folding(image, samples, positions));
                }
            }
            if (further.size() > 10_000) {
                throw new IllegalArgumentException("folded axes of " + further.size() + " positions and more");
            }
            all = further;
        }
        all.get(0).check();
        return all;
    }

    private void check() {
        for (char axis : new char[] {'C', 'Z', 'T'}) {
            long folded = folded(axis);
            if (whole(axis) % folded != 0) {
                throw new IllegalArgumentException("Size" + axis + " is " + whole(axis)
                        + ", which is no multiple of the folded axis of " + folded);
            }
        }
    }

    private int whole(char axis) {
        return axis == 'C' ? image.sizeC() / samples : image.size(axis);
    }

    private long folded(char axis) {
        return image.modulos().stream()
                .filter(modulo -> modulo.along() == axis)
                .mapToLong(OmeModulo::length)
                .reduce(1, Math::multiplyExact);
    }

    /** Length of an axis in the resulting image. */
    int size(char axis) {
        return (int) (whole(axis) / folded(axis));
    }

    /** Index in the file of an index in the resulting image: a folded axis runs faster. */
    int index(char axis, int index) {
        int at = index;
        for (int i = 0; i < positions.size(); i++) {
            OmeModulo modulo = image.modulos().get(i);
            if (modulo.along() == axis) {
                at = at * modulo.length() + positions.get(i);
            }
        }
        return at;
    }

    /** What distinguishes the resulting image, e.g. {@code angle 2}; empty when nothing is folded. */
    String label() {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            labels.add(image.modulos().get(i).label(positions.get(i)));
        }
        return String.join(", ", labels);
    }
}
