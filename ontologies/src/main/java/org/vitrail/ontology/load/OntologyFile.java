package org.vitrail.ontology.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vitrail.ontology.Ontology;

/** An ontology in a file, OBO or RDF/XML, plain or gzip; what it is, is seen from its bytes. */
public final class OntologyFile {
    /** Enough for every ontology of the OBO Foundry but NCBITaxon and ChEBI whole. */
    public static final long USUAL_LIMIT_BYTES = 512L << 20;

    private static final int LOOK = 512;

    private final Path path;
    private final String name;
    private final long limitBytes;

    private OntologyFile(Path path, String name, long limitBytes) {
        this.path = path;
        this.name = name;
        this.limitBytes = limitBytes;
    }

    /**
     * Reads a file whole.
     *
     * @param limitBytes at most, as it lies there and unpacked
     * @throws UnreadableOntology when it is neither format, illegal, cut, larger than the limit, or names no term; tells the line
     *     where there is one
     * @throws IOException when it cannot be read
     */
    public static Ontology read(Path path, long limitBytes) throws IOException {
        return read(path, path.getFileName().toString(), limitBytes);
    }

    /** The same, of a file that messages call otherwise, since it was fetched. */
    public static Ontology read(Path path, String name, long limitBytes) throws IOException {
        OntologyFile file = new OntologyFile(path, name, limitBytes);
        if (Files.size(path) > limitBytes) {
            throw file.tooLarge();
        }
        Ontology ontology = file.readWhole();
        if (ontology.terms().isEmpty()) {
            throw new UnreadableOntology(file.name, "names no term");
        }
        return ontology;
    }

    private Ontology readWhole() throws IOException {
        try {
            return read();
        } catch (ZipException broken) {
            throw new UnreadableOntology(name, "its gzip is broken");
        } catch (EOFException cut) {
            throw new UnreadableOntology(name, "its gzip ends too early; fetch it again");
        }
    }

    private Ontology read() throws IOException {
        try (BufferedInputStream in = open()) {
            in.mark(LOOK);
            boolean xml = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\\xEF\\xBB\\xBF", "")
                    .stripLeading()
                    .startsWith("<");
            in.reset();
            if (!xml) {
                return obo(in);
            }
        }
        Abbreviations abbreviations;
        try (InputStream prolog = open()) {
            abbreviations = XmlProlog.check(name, prolog);
        }
        try (BufferedInputStream document = open();
                InputStream xml = new Bounded(abbreviations.writtenOut(document))) {
            return RdfXmlReader.read(name, xml);
        }
    }

    private Ontology obo(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] mark = in.readNBytes(3);
        if (mark.length < 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
            in.reset();
        }
        return OboReader.read(
                name,
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private BufferedInputStream open() throws IOException {
        BufferedInputStream packed = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        packed.mark(2);
        boolean gzip = packed.read() == 0x1F && packed.read() == 0x8B;
        packed.reset();
        InputStream plain = gzip ? new GZIPInputStream(packed, 1 << 16) : packed;
        return new BufferedInputStream(new Bounded(plain), 1 << 16);
    }

    private UnreadableOntology tooLarge() {
        return new UnreadableOntology(
                name, "larger than " + (limitBytes >> 20) + " MiB; raise the limit if this is meant");
    }

    /** Ends a file that unpacks to more than allowed. */
    private final class Bounded extends FilterInputStream {
        private long count;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            count += Math.max(n, 0);
            if (count > limitBytes) {
                throw tooLarge();
            }
            return n;
        }
    }
}
