package org.vitrail.pixels.bioformats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;

/** CZI, LIF, ND2 and other formats of microscopes, read through the user's own Bio-Formats where it is given. */
public final class BioFormatsFormat implements ImageFormat {

    @Override
    public String name() {
        return "Bio-Formats (CZI, LIF, ND2 …)";
    }

    /** Also without Bio-Formats, so that the refusal can say what is missing. */
    @Override
    public boolean takes(List<Candidate> files) {
        return files.stream()
                        .filter(file -> MicroscopeFormat.of(file).isPresent())
                        .count()
                == 1;
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        return open(files, BioFormatsSettings.fromSurroundings());
    }

    static Fileset open(List<Path> files, BioFormatsSettings settings) throws IOException {
        for (Path file : files) {
            Candidate candidate = candidate(file);
            var format = MicroscopeFormat.of(candidate);
            if (format.isPresent()) {
                String what = "%s is a %s file"
                        .formatted(candidate.fileName(), format.get().name());
                return BioFormatsFileset.open(file, what, settings);
            }
        }
        throw new IOException("no file that Bio-Formats reads");
    }

    private static Candidate candidate(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return new Candidate(file, new byte[0]);
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Candidate(file, bytes.readNBytes(Candidate.HEAD_BYTES));
        }
    }
}
