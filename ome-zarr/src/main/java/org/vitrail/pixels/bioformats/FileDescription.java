package org.vitrail.pixels.bioformats;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Bio-Formats says of a file.
 *
 * @param version of Bio-Formats
 * @param format as Bio-Formats calls it
 * @param usedFiles all files that it reads
 * @param series at least one
 * @param texts further metadata
 */
record FileDescription(
        String version,
        String format,
        List<String> usedFiles,
        List<SeriesDescription> series,
        Map<String, String> texts) {

    private static final int MOST = 100_000;

    FileDescription {
        usedFiles = List.copyOf(usedFiles);
        series = List.copyOf(series);
        texts = Map.copyOf(texts);
    }

    /**
     * Reads an answer.
     *
     * @throws IOException when it ends too early or holds absurd numbers
     */
    static FileDescription read(DataInputStream in) throws IOException {
        String version = in.readUTF();
        String format = in.readUTF();
        List<String> used = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            used.add(in.readUTF());
        }
        List<SeriesDescription> series = new ArrayList<>();
        int count = count(in);
        for (int i = 0; i < count; i++) {
            series.add(SeriesDescription.read(i, in));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (in.readBoolean()) {
            texts.put(in.readUTF(), in.readUTF());
        }
        if (series.isEmpty()) {
            throw new IOException("no series");
        }
        return new FileDescription(version, format, used, series, texts);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a count of " + count);
        }
        return count;
    }
}
