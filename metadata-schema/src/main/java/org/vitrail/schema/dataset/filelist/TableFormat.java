package org.vitrail.schema.dataset.filelist;

import java.util.Locale;

/** How cells are told apart. */
public enum TableFormat {
    /** By tabs; a cell holds neither tabs nor line ends, and quotes mean nothing. IANA text/tab-separated-values. */
    TSV,
    /** By commas, or by semicolons where the header has them and no comma; quoted as RFC 4180 says. */
    CSV;

    /** By the ending of a file's name; TSV unless it is csv. */
    public static TableFormat ofName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : TSV;
    }

    char separator(String firstLine) {
        if (this == TSV) {
            return '\t';
        }
        return firstLine.indexOf(';') >= 0 && firstLine.indexOf(',') < 0 ? ';' : ',';
    }
}
