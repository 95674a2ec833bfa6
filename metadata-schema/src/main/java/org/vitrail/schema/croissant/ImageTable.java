package org.vitrail.schema.croissant;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.xml.XmlText;

/**
 * The table of a version's images, line by line, as Croissant describes it: CSV with a header, lines ending with CR LF,
 * several values of a cell divided by {@code |}. RFC 4180. Thread-safe.
 */
public final class ImageTable {
    private static final List<ImageColumn> COLUMNS = ImageColumn.all();

    /** The names of the columns. */
    public String header() {
        return COLUMNS.stream().map(ImageColumn::name).collect(Collectors.joining(",")) + "\r\n";
    }

    /** The line of an image; what is unknown or not public is an empty cell. */
    public String line(PublishedImage image) {
        return COLUMNS.stream().map(column -> cell(column.cell().apply(image))).collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(Object value) {
        String text = value == null ? "" : XmlText.legal(value.toString());
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
