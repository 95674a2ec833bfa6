package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** gzip. RFC 1952; Zarr codec gzip 1.0. */
public final class GzipCodec implements BytesCodec {

    @Override
    public byte[] encode(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(raw);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory took no bytes", impossible);
        }
        return out.toByteArray();
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            byte[] out = gzip.readNBytes(mostBytes);
            if (gzip.read() >= 0) {
                throw new CorruptChunk("its gzip stream makes more than the " + mostBytes + " bytes expected");
            }
            return out;
        } catch (IOException damaged) {
            throw new CorruptChunk("its gzip stream is damaged: " + damaged.getMessage());
        }
    }

    @Override
    public ObjectNode metadata() {
        ObjectNode codec = JsonNodeFactory.instance.objectNode().put("name", "gzip");
        codec.putObject("configuration").put("level", 6);
        return codec;
    }

    @Override
    public ObjectNode metadataV2() {
        return JsonNodeFactory.instance.objectNode().put("id", "gzip").put("level", 6);
    }
}
