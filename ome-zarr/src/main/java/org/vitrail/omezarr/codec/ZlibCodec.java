package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib streams of Zarr v2 arrays, for reading only. RFC 1950; numcodecs zlib. */
final class ZlibCodec implements BytesCodec {

    @Override
    public byte[] encode(byte[] raw) {
        throw new UnsupportedOperationException("zlib is for reading only");
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] out = new byte[mostBytes];
            int made = 0;
            while (!inflater.finished() && made < mostBytes) {
                int count = inflater.inflate(out, made, mostBytes - made);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new CorruptChunk("its zlib stream breaks off after " + made + " bytes");
                }
                made += count;
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new CorruptChunk("its zlib stream makes more than the " + mostBytes + " bytes expected");
            }
            return made == mostBytes ? out : Arrays.copyOf(out, made);
        } catch (DataFormatException damaged) {
            throw new CorruptChunk("its zlib stream is damaged: " + damaged.getMessage());
        } finally {
            inflater.end();
        }
    }

    @Override
    public ObjectNode metadata() {
        return JsonNodeFactory.instance.objectNode().put("name", "zlib");
    }
}
