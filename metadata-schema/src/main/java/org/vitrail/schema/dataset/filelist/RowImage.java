package org.vitrail.schema.dataset.filelist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.LabelDescription;
import org.vitrail.schema.dataset.PixelSize;

/** Makes an image of a row. */
final class RowImage {
    /** As {@code DAPI=DNA#0000FF}: target and color may be left out. */
    private static final Pattern CHANNEL = Pattern.compile("([^=#]*)(?:=([^#]*))?(?:#(.*))?");

    private static final String UNNAMED_LABELS = "labels";

    private final Header header;
    private final TableRow row;
    private final BiConsumer<Column, FaultCode> faults;

    /** @param faults told of what cannot be read, by its column */
    RowImage(Header header, TableRow row, BiConsumer<Column, FaultCode> faults) {
        this.header = header;
        this.row = row;
        this.faults = faults;
    }

    ImageDescription read() {
        return new ImageDescription(
                values(Column.FILES),
                text(Column.NAME),
                text(Column.AXES),
                pixelSize(),
                channels(),
                labels(),
                text(Column.DIGEST));
    }

    /** The values of a cell, between vertical bars. */
    List<String> values(Column column) {
        String cell = header.cell(column, row);
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList();
    }

    /** Null where the cell is empty. */
    String text(Column column) {
        String cell = header.cell(column, row);
        return cell.isEmpty() ? null : cell;
    }

    private PixelSize pixelSize() {
        Double x = number(Column.PIXEL_SIZE_X_UM);
        Double y = number(Column.PIXEL_SIZE_Y_UM);
        Double z = number(Column.PIXEL_SIZE_Z_UM);
        return x == null && y == null && z == null ? null : new PixelSize(x, y, z);
    }

    private Double number(Column column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            faults.accept(column, FaultCode.NUMBER_EXPECTED);
            return null;
        }
    }

    private List<ChannelDescription> channels() {
        List<ChannelDescription> channels = new ArrayList<>();
        for (String value : values(Column.CHANNELS)) {
            Matcher parts = CHANNEL.matcher(value);
            if (parts.matches()) {
                channels.add(new ChannelDescription(
                        nullIfEmpty(parts.group(1)), parts.group(3), nullIfEmpty(parts.group(2))));
            } else {
                faults.accept(Column.CHANNELS, FaultCode.CHANNEL_INVALID);
            }
        }
        return channels;
    }

    /** Named as the cell says, or all alike where there is one only. */
    private List<LabelDescription> labels() {
        List<String> files = values(Column.LABEL_FILE);
        List<String> names = values(Column.LABEL_NAME);
        if (names.isEmpty() && files.size() == 1) {
            names = List.of(UNNAMED_LABELS);
        }
        if (names.size() != files.size()) {
            faults.accept(Column.LABEL_NAME, FaultCode.LABEL_NAMES_UNMATCHED);
            return List.of();
        }
        List<LabelDescription> labels = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            labels.add(new LabelDescription(files.get(i), names.get(i), null, null));
        }
        return labels;
    }

    private static String nullIfEmpty(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
