package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.validation.Severity;
import org.vitrail.omezarr.validation.Validation;
import org.vitrail.omezarr.validation.ValidationOptions;
import org.vitrail.omezarr.validation.ZarrValidator;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.IndependentReadings;
import org.vitrail.pixels.IndependentReadings.Reading;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.Samples;

/** The whole way for every sample: file, reader, writer, store, reader, validator; pixels as another program read them from the file. */
class EverySampleTest {

    /** Compressed with loss by JPEG 2000, whose decoders differ by rounding: held within a tolerance by the reader's own tests. */
    private static final Set<String> ROUNDED = Set.of("pydicom_JPEG2000.dcm");

    static List<Reading> readings() throws IOException {
        return IndependentReadings.list();
    }

    @Test
    void everySampleHasAnIndependentReading() throws IOException {
        TreeSet<String> read = readings().stream().map(Reading::file).collect(Collectors.toCollection(TreeSet::new));
        Path samples = Samples.sample("MANIFEST.md").getParent();
        try (Stream<Path> root = Files.list(samples);
                Stream<Path> derived = Files.list(samples.resolve("derived"))) {
            assertThat(Stream.concat(root, derived)
                            .filter(Files::isRegularFile)
                            .map(file -> samples.relativize(file).toString())
                            .filter(file -> !file.endsWith(".md")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(read.contains(file) || ROUNDED.contains(file))
                            .as(file)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void itConvertsAndComesBackEqual(Reading reading) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        try (Fileset fileset = reading.open()) {
            FilesetWriter.write(
                    List.of(fileset.images().get(reading.image())),
                    store,
                    WriteOptions.defaults().withName("sample"));
        }

        try (OmeZarrImages written = OmeZarrImages.open(store)) {
            PixelSource image = written.images().get(0);
            assertThat(image.shape()).hasToString(reading.shape());
            assertThat(image.type().numpyName()).isEqualTo(reading.type());
            assertThat(PixelDigest.of(image)).isEqualTo(reading.digest());
        }
        Validation validation = ZarrValidator.validate(store, ValidationOptions.everything());
        assertThat(validation).isInstanceOfSatisfying(Validation.Checked.class, checked -> {
            assertThat(checked.findings()).isEmpty();
            assertThat(checked.number(Severity.ERROR)).isZero();
        });
    }

    /** The table's files are also what people give by name alone. */
    @Test
    void filesAreToldApartByWhatIsInThem() throws IOException {
        for (Reading reading : readings()) {
            Path file = Samples.sample(reading.file());
            if (Files.isRegularFile(file) && Files.size(file) < 1 << 20) {
                Path nameless = Files.copy(
                        file, Files.createTempFile("vitrail", ""), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                try (Fileset fileset = ImageReaders.openAll(List.of(nameless), reading.hint())) {
                    assertThat(fileset.images()).as(reading.file()).isNotEmpty();
                } finally {
                    Files.delete(nameless);
                }
            }
        }
    }
}
