package org.vitrail.schema.dataset.filelist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a file list may hold. Several values in a cell stand between vertical bars. */
enum Column {
    FILES(".files"),
    NAME(".name"),
    AXES(".axes"),
    PIXEL_SIZE_X_UM(".pixelSizeMicrometer.x"),
    PIXEL_SIZE_Y_UM(".pixelSizeMicrometer.y"),
    PIXEL_SIZE_Z_UM(".pixelSizeMicrometer.z"),
    CHANNELS(".channels"),
    LABEL_FILE(".labels"),
    LABEL_NAME(".labels"),
    DIGEST(".digest"),
    IMAGE_SET(""),
    ORGANISM(""),
    METHOD(""),
    TERM("");

    private final String field;

    Column(String field) {
        this.field = field;
    }

    /** As it stands in a header. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of a header's cell; capitals, and spaces or hyphens for underscores, do not matter. */
    static Optional<Column> find(String header) {
        String word = header.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(column -> column.name().equals(word) || column == FILES && word.equals("FILE"))
                .findFirst();
    }

    /** The column that gave a field of an image; the files where none did. @param path as {@code .axes}, below the image */
    static Column ofField(String path) {
        if (path.startsWith(LABEL_NAME.field) && path.endsWith(".name")) {
            return LABEL_NAME;
        }
        return Arrays.stream(values())
                .filter(column -> !column.field.isEmpty() && path.startsWith(column.field))
                .findFirst()
                .orElse(FILES);
    }

    static String accepted() {
        return Arrays.stream(values()).map(Column::word).collect(Collectors.joining(", "));
    }
}
