package org.vitrail.pixels.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What in a volume could reveal a person: texts of the header, extensions, and a head from which a face can be rendered. */
final class NiftiIdentity {

    private static final long MOST_OF_A_HEADER_FILE = 64L << 20;
    private static final double SMALLEST_HEAD_MILLIMETER = 100;
    private static final double LARGEST_HEAD_MILLIMETER = 400;

    private NiftiIdentity() {}

    static List<IdentityFinding> of(NiftiFiles files, NiftiHeader header, NiftiLayout layout, VoxelFile voxels)
            throws IOException {
        String file = files.headerName();
        List<IdentityFinding> found = new ArrayList<>();
        for (TextField field : TextField.of(header)) {
            found.addAll(ofField(file, field, field.text(files.head())));
        }
        for (String field : ReservedBytes.filled(header, files.head())) {
            found.add(loose(file, field, "A field without a use holds something."));
        }
        packed(files.header(), file, found);
        if (files.isPair()) {
            packed(files.voxels(), files.voxelsName(), found);
        }
        PackedName.find(files.header()).ifPresent(kept -> found.add(packedName(file)));
        if (files.isPair()) {
            PackedName.find(files.voxels()).ifPresent(kept -> found.add(packedName(files.voxelsName())));
        }
        if (files.isPair()) {
            try (InputStream bytes = files.behindHeader(header)) {
                found.addAll(Extensions.read(bytes, MOST_OF_A_HEADER_FILE, header.order())
                        .findings(file));
            }
        } else {
            voxels.channel().position(header.bytes());
            InputStream bytes = new BufferedInputStream(Channels.newInputStream(voxels.channel()), 1 << 16);
            found.addAll(Extensions.read(bytes, layout.offset() - header.bytes(), header.order())
                    .findings(file));
        }
        if (voxels.longer()) {
            found.add(loose(
                    files.voxelsName(),
                    "behind the voxels",
                    "Bytes that belong to no voxel; nobody can tell what they say."));
        }
        if (mayShowAFace(header, layout)) {
            found.add(face(files.voxelsName()));
        }
        return found;
    }

    private static List<IdentityFinding> ofField(String file, TextField field, String text) {
        String where = field.name() + " (byte " + field.at() + ")";
        if (field.name().equals("db_name") && !text.isEmpty()) {
            String reason = "Name of the record in a local database, often the patient's name or number.";
            return List.of(new IdentityFinding(Kind.IDENTIFIER, file, where, reason, Treatment.REMOVED));
        }
        return IdentityText.findings(text, file, where, Treatment.REMOVED);
    }

    private static IdentityFinding packedName(String file) {
        return new IdentityFinding(
                Kind.FILE_NAME,
                file,
                "name or comment that gzip keeps (byte 10)",
                "The file was once called otherwise, and the packed file still says how.",
                Treatment.REMOVED);
    }

    private static void packed(Path path, String file, List<IdentityFinding> found) throws IOException {
        if (PackedEnd.holdsMore(path)) {
            found.add(loose(
                    file,
                    "extra field of gzip, or bytes behind the packed content",
                    "Nobody can tell what they say; unpacking passes over them."));
        }
    }

    private static IdentityFinding loose(String file, String where, String reason) {
        return new IdentityFinding(Kind.PRIVATE_TAG, file, where, reason, Treatment.REMOVED);
    }

    private static IdentityFinding face(String file) {
        return new IdentityFinding(
                Kind.FACE,
                file,
                "the whole volume",
                "The field of view has the size of a head, from which a face can be rendered. Look whether the face was removed.",
                Treatment.CURATOR);
    }

    /** A length whose unit is not said is taken as millimeter here, as most programs do, to be on the safe side. */
    private static boolean mayShowAFace(NiftiHeader header, NiftiLayout layout) {
        double factor = switch (header.units() & 7) {
            case 1 -> 1e3;
            case 3 -> 1e-3;
            default -> 1;
        };
        long[] lengths = {layout.shape().x(), layout.shape().y(), layout.shape().z()};
        for (int i = 0; i < 3; i++) {
            double millimeter = Math.abs(header.pixdim().get(i + 1)) * factor * lengths[i];
            if (!(lengths[i] > 1 && millimeter >= SMALLEST_HEAD_MILLIMETER && millimeter <= LARGEST_HEAD_MILLIMETER)) {
                return false;
            }
        }
        return true;
    }
}
