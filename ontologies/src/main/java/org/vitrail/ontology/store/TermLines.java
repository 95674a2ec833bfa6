package org.vitrail.ontology.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.vitrail.ontology.Term;

/** Terms as JSON, one a line, in gzip. The same terms give the same bytes before packing. */
final class TermLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Term.class);
    private static final ObjectReader READER = JSON.readerFor(Term.class);

    private TermLines() {}

    /** Writes them, and gives the SHA-256 of what was packed. */
    static String write(OutputStream out, List<Term> terms) throws IOException {
        MessageDigest digest = sha256();
        GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
        DigestOutputStream lines = new DigestOutputStream(packed, digest);
        for (Term term : terms) {
            lines.write(WRITER.writeValueAsBytes(term));
            lines.write('\n');
        }
        packed.finish();
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Reads them back.
     *
     * @throws DamagedStore when they are not what was written
     */
    static List<Term> read(Path file, String sha256) throws IOException {
        MessageDigest digest = sha256();
        List<Term> terms = new ArrayList<>();
        try (InputStream packed = Files.newInputStream(file);
                InputStream lines = new DigestInputStream(new GZIPInputStream(packed, 1 << 16), digest);
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                terms.add(READER.readValue(line));
            }
        } catch (JsonProcessingException | ZipException | EOFException broken) {
            throw new DamagedStore(file, broken);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new DamagedStore(file, null);
        }
        return List.copyOf(terms);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
