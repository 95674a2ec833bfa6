package org.vitrail.schema.dataset;

import java.io.InputStream;
import java.nio.file.Path;

/** Reads dataset.yaml and the API's JSON. */
public final class DescriptionReader {
    private DescriptionReader() {}

    public static DatasetDescription readYaml(InputStream yaml) {
        throw new UnsupportedOperationException();
    }

    public static DatasetDescription readYaml(Path file) {
        throw new UnsupportedOperationException();
    }

    public static DatasetDescription readJson(byte[] json) {
        throw new UnsupportedOperationException();
    }
}
