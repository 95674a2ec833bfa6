package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.vitrail.schema.dataset.filelist.FileList;
import org.vitrail.schema.dataset.filelist.FileListReader;
import org.vitrail.schema.dataset.filelist.TableFormat;

/**
 * Reads dataset.yaml and the API's JSON, strictly: an unknown field or a wrong type is reported with line, path and
 * what is accepted there. Whether the description is complete is {@link DescriptionValidator}'s question.
 *
 * <p>Safe for hostile input: 32 MiB at most, no YAML aliases, bounded nesting. Contracts §3.
 */
public final class DescriptionReader {
    /** Enough for a description of 100 000 images. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final ObjectReader JSON = strict(JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final ObjectReader YAML = strict(new ObjectMapper(YamlGuard.factory(MAX_BYTES)));

    private DescriptionReader() {}

    /**
     * Reads YAML in UTF-8; the stream is read to its end and stays open.
     *
     * @throws UnreadableDescription when it is too large, no YAML, or not in the form of contracts §3
     */
    public static DatasetDescription readYaml(InputStream yaml) {
        try {
            return parseYaml(yaml.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            throw new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_UNREADABLE, e.getMessage()), e);
        }
    }

    /**
     * Reads a dataset.yaml and the file lists that it names; the paths in them stay as they are, relative to the file's folder.
     *
     * @throws UnreadableDescription as for a stream, or when a file is missing; names the file
     */
    public static DatasetDescription readYaml(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return withLists(readYaml(in), file.toAbsolutePath().getParent());
        } catch (UnreadableDescription e) {
            throw e.inFile(file.getFileName().toString());
        } catch (IOException e) {
            throw unreadable(file.getFileName().toString(), e);
        }
    }

    /**
     * Reads JSON in UTF-8.
     *
     * @throws UnreadableDescription when it is too large, no JSON, or not in the form of contracts §3
     */
    public static DatasetDescription readJson(byte[] json) {
        return read(JSON, text(json));
    }

    /**
     * Reads a file list in UTF-8, with or without byte order mark.
     *
     * @param setName of the image set whose images it lists
     * @throws UnreadableDescription when it is too large, no text, or not in the form of docs/file-lists.md; up to 100 faults
     */
    public static FileList readFileList(byte[] table, TableFormat format, String setName) {
        return FileListReader.read(text(table), format, setName);
    }

    private static DatasetDescription withLists(DatasetDescription described, Path folder) {
        DatasetDescription filled = described;
        for (ImageSet set : described.imageSets()) {
            if (set.fileList() != null
                    && FilePaths.findFault("", set.fileList()).isEmpty()) {
                filled = list(set, folder).beside(filled);
            }
        }
        return filled;
    }

    private static FileList list(ImageSet set, Path folder) {
        String name = set.fileList();
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return readFileList(in.readNBytes(MAX_BYTES + 1), TableFormat.ofName(name), set.name());
        } catch (UnreadableDescription e) {
            throw e.inFile(name);
        } catch (IOException | InvalidPathException e) {
            throw unreadable(name, e);
        }
    }

    private static UnreadableDescription unreadable(String name, Exception e) {
        Fault fault = Fault.of("", FaultCode.DOCUMENT_UNREADABLE, e.getClass().getSimpleName());
        return new UnreadableDescription(fault, e).inFile(name);
    }

    private static DatasetDescription parseYaml(byte[] bytes) {
        String text = text(bytes);
        try {
            YamlGuard.refuseAliases(text, MAX_BYTES);
        } catch (JsonProcessingException e) {
            throw ReadingFault.of(e);
        }
        return read(YAML, text);
    }

    private static DatasetDescription read(ObjectReader reader, String text) {
        DatasetDescription read;
        try {
            read = reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw ReadingFault.of(e);
        }
        if (read == null) {
            String accepted = ReadingFault.accepted(DatasetDescription.class);
            throw new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_EMPTY, accepted));
        }
        return read;
    }

    private static String text(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_TOO_LARGE, MAX_BYTES / (1024 * 1024)));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_NOT_UTF8), e);
        }
    }

    private static ObjectReader strict(ObjectMapper plain) {
        return plain.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .registerModule(new JavaTimeModule())
                .readerFor(DatasetDescription.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }
}
