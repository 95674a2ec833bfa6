package org.vitrail.schema.dataset.filelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.TextPlace;
import org.vitrail.schema.dataset.UnreadableDescription;

/** Splits a text into rows, one after the other; lines end with LF, CRLF or CR. For one thread. */
final class TableReader {
    private final String text;
    private final char separator;
    private final boolean quotes;
    private int at;
    private int line = 1;

    TableReader(String text, TableFormat format) {
        this.text = text;
        this.separator = format.separator(text.lines().findFirst().orElse(""));
        this.quotes = format == TableFormat.CSV;
    }

    /**
     * The next row that is not blank; empty at the end.
     *
     * @throws UnreadableDescription at a quote that is never closed, or followed by text: what comes after it has no cells
     */
    Optional<TableRow> next() {
        while (at < text.length()) {
            TableRow row = row();
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private TableRow row() {
        int begin = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(cell(cells.size() + 1).strip());
            more = at < text.length() && text.charAt(at) == separator;
            if (more) {
                at++;
            }
        }
        endOfLine();
        return new TableRow(begin, cells);
    }

    private String cell(int column) {
        if (quotes && at < text.length() && text.charAt(at) == '"') {
            return quoted(column);
        }
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted(int column) {
        TextPlace place = new TextPlace(null, line, column);
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                cell.append(next);
                line += startsLine(next) ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
                throw new UnreadableDescription(
                        Fault.of("", FaultCode.QUOTE_INSIDE_CELL).at(place));
            } else {
                return cell.toString();
            }
        }
        throw new UnreadableDescription(Fault.of("", FaultCode.QUOTE_NOT_CLOSED).at(place));
    }

    private void endOfLine() {
        if (at < text.length()) {
            boolean both = text.startsWith("\r\n", at);
            at += both ? 2 : 1;
            line++;
        }
    }

    /** LF, or a CR that is not the first half of CRLF. */
    private boolean startsLine(char read) {
        return read == '\n' || read == '\r' && (at >= text.length() || text.charAt(at) != '\n');
    }

    private static boolean isLineEnd(char next) {
        return next == '\n' || next == '\r';
    }
}
