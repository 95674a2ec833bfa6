package org.vitrail.pixels.hdf5;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows jhdf values of opaque type as texts of the same length, because it refuses a whole group where one without a name of its type is
 * in an object header (h5py's {@code void}). HDF5 format specification §IV.A.1 (object headers), §IV.A.2.d (datatypes), §IV.A.2.m
 * (attributes).
 */
final class OpaqueTypes {

    private static final int DATATYPE = 0x03;
    private static final int ATTRIBUTE = 0x0c;
    private static final int LAST_MESSAGE = 0x18;
    private static final int OPAQUE = 5;
    private static final int TEXT = 3;
    private static final int MOST_NAMES = 10_000;

    private final Set<String> attributes = Collections.synchronizedSet(new HashSet<>());

    /** Names of the attributes that were of opaque type, wherever they were. */
    boolean wasOpaque(String attribute) {
        return attributes.contains(attribute);
    }

    /** One message of an object header. @param at of its data */
    private record Message(int type, int at, int length) {}

    /** Changes the bytes where they are nothing but messages of an object header from their first to their last. */
    void replace(ByteBuffer bytes) {
        boolean continued = bytes.remaining() > 12 && bytes.getInt(0) == 0x4b48434f;
        List<Message> messages = continued ? second(bytes, 4, bytes.limit() - 4, 0) : first(bytes);
        for (int more = 0; more <= 2 && messages.isEmpty(); more += 2) {
            messages = second(bytes, continued ? 4 : 0, bytes.limit() - (continued ? 4 : 0), more);
        }
        boolean changed = false;
        for (Message message : messages) {
            changed |= message.type == DATATYPE && datatype(bytes, message.at, message.length);
            changed |= message.type == ATTRIBUTE && attribute(bytes, message);
        }
        if (changed && continued) {
            byte[] all = new byte[bytes.limit() - 4];
            bytes.get(0, all);
            bytes.putInt(all.length, ChecksumUtils.checksum(all));
        }
    }

    /** Messages of version 1: type, length, flags, three zeros; lengths are multiples of eight. None unless all bytes are such. */
    private static List<Message> first(ByteBuffer bytes) {
        List<Message> messages = new ArrayList<>();
        int at = 0;
        while (at + 8 <= bytes.limit()) {
            int type = bytes.getShort(at) & 0xffff;
            int length = bytes.getShort(at + 2) & 0xffff;
            boolean zeros = bytes.get(at + 5) == 0 && bytes.getShort(at + 6) == 0;
            if (type > LAST_MESSAGE || length % 8 != 0 || !zeros || at + 8 + length > bytes.limit()) {
                return List.of();
            }
            messages.add(new Message(type, at + 8, length));
            at += 8 + length;
        }
        return at == bytes.limit() ? messages : List.of();
    }

    /** Messages of version 2: type, length, flags and perhaps the order of creation; fewer bytes than a message needs may be left over. */
    private static List<Message> second(ByteBuffer bytes, int from, int end, int more) {
        List<Message> messages = new ArrayList<>();
        int at = from;
        while (at + 4 + more <= end) {
            int type = bytes.get(at) & 0xff;
            int length = bytes.getShort(at + 1) & 0xffff;
            if (type > LAST_MESSAGE || at + 4 + more + length > end) {
                return List.of();
            }
            messages.add(new Message(type, at + 4 + more, length));
            at += 4 + more + length;
        }
        return messages;
    }

    private boolean attribute(ByteBuffer bytes, Message message) {
        int at = message.at;
        int version = message.length < 8 ? 0 : bytes.get(at);
        boolean shared = version > 1 && (bytes.get(at + 1) & 1) == 1;
        if (version < 1 || version > 3 || shared) {
            return false;
        }
        int name = bytes.getShort(at + 2) & 0xffff;
        int type = bytes.getShort(at + 4) & 0xffff;
        int nameAt = at + (version == 3 ? 9 : 8);
        int typeAt = nameAt + (version == 1 ? (name + 7) / 8 * 8 : name);
        if (typeAt + type > at + message.length || !datatype(bytes, typeAt, type)) {
            return false;
        }
        byte[] letters = new byte[name];
        bytes.get(nameAt, letters);
        if (attributes.size() < MOST_NAMES) {
            attributes.add(new String(letters, StandardCharsets.UTF_8).split("\0", 2)[0]);
        }
        return true;
    }

    /** The class stands in the lower half of the first byte, its bits in the next three: for texts, how they end. */
    private static boolean datatype(ByteBuffer bytes, int at, int length) {
        if (length < 8 || (bytes.get(at) & 15) != OPAQUE) {
            return false;
        }
        bytes.put(at, (byte) (bytes.get(at) & 0xf0 | TEXT));
        bytes.put(at + 1, (byte) 0).put(at + 2, (byte) 0).put(at + 3, (byte) 0);
        return true;
    }
}
