package org.vitrail.pixels.bioformats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles the stand-in for Bio-Formats, of which the sources are test resources, into a jar. */
final class FakeBioFormats {

    private static final List<String> SOURCES = List.of(
            "loci/formats/FormatTools",
            "loci/formats/UnknownFormatException",
            "loci/formats/FakeMetadata",
            "loci/formats/MetadataTools",
            "loci/formats/ImageReader",
            "ome/units/Length",
            "ome/units/Time",
            "ome/units/UNITS");

    private FakeBioFormats() {}

    static Path jar(Path folder, String version) throws IOException {
        Path sources = folder.resolve("sources-" + version);
        Path classes = Files.createDirectories(folder.resolve("classes-" + version));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        for (String name : SOURCES) {
            Path source = sources.resolve(name + ".java");
            Files.createDirectories(source.getParent());
            try (InputStream bytes = FakeBioFormats.class.getResourceAsStream("fake/" + name + ".java")) {
                String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(source, text.replace("@VERSION@", version));
            }
            arguments.add(source.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return packed(classes, folder.resolve("bioformats-" + version + ".jar"));
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
