package org.vitrail.schema.dataset.filelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.LabelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.schema.language.Language;

class FileListReaderTest {
    private static FileList tsv(String text) {
        return DescriptionReader.readFileList(text.getBytes(StandardCharsets.UTF_8), TableFormat.TSV, "stem");
    }

    private static FileList csv(String text) {
        return DescriptionReader.readFileList(text.getBytes(StandardCharsets.UTF_8), TableFormat.CSV, "stem");
    }

    private static List<String> files(FileList list) {
        return list.sets().stream()
                .flatMap(set -> set.images().stream())
                .flatMap(image -> image.files().stream())
                .toList();
    }

    @Test
    void everyColumnOfAnImageIsRead() {
        FileList list = tsv("""
                files\tname\taxes\tpixel_size_x_um\tpixel_size_y_um\tpixel_size_z_um\tchannels\tlabel_file\tlabel_name\tdigest
                a.tif|b.tif\tstem 1\tzyx\t0.5\t0.25\t1e0\tDAPI=DNA#0000FF|GFP\tl.tif|n.tif\tcells|nuclei\t%s
                """.formatted("0".repeat(64)));
        ImageDescription image = list.sets().getFirst().images().getFirst();
        assertThat(image.files()).containsExactly("a.tif", "b.tif");
        assertThat(image.name()).isEqualTo("stem 1");
        assertThat(image.axes()).isEqualTo("zyx");
        assertThat(image.pixelSizeMicrometer()).isEqualTo(new PixelSize(0.5, 0.25, 1.0));
        assertThat(image.channels())
                .extracting(ChannelDescription::name, ChannelDescription::target, ChannelDescription::color)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("DAPI", "DNA", "0000FF"),
                        org.assertj.core.groups.Tuple.tuple("GFP", null, null));
        assertThat(image.labels())
                .extracting(LabelDescription::file, LabelDescription::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("l.tif", "cells"),
                        org.assertj.core.groups.Tuple.tuple("n.tif", "nuclei"));
        assertThat(image.digest()).hasSize(64);
        assertThat(list.imageCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            files,name¶a.tif,one¶b.tif,two¶
            files,name¶¶a.tif,one¶b.tif
            ﻿files,name¶a.tif,one¶b.tif,two
            files,name¤¶a.tif,one¤¶b.tif,two¤¶
            files,name¤a.tif,one¤b.tif,two
            files;name¶a.tif;one, first¶b.tif;two
            "files","name"¶"a.tif","one, ""quoted""¶and long"¶b.tif,two
            Name,FILES¶one,a.tif¶two,b.tif
            name,file¶one, a.tif ¶two,b.tif
            """)
    void csvIsReadAsItIsWritten(String text) {
        assertThat(files(csv(text.replace("¤", "\r").replace("¶", "\n")))).containsExactly("a.tif", "b.tif");
    }

    @Test
    void quotesMeanNothingBetweenTabs() {
        assertThat(tsv("files\tname\n\"a\".tif\t\"one")
                        .sets()
                        .getFirst()
                        .images()
                        .getFirst()
                        .name())
                .isEqualTo("\"one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            files,colour¶a.tif,red                 ! 1 ! 2 ! column-unknown
            files,name,name¶a.tif,a,b              ! 1 ! 3 ! column-repeated
            name¶one                               ! 1 ! 1 ! column-of-files-missing
            files¶a.tif,b.tif                      ! 2 ! 2 ! cells-too-many
            files,name¶a.tif,"one                  ! 2 ! 2 ! quote-not-closed
            files,name¶a.tif,"one"two              ! 2 ! 2 ! quote-inside-cell
            files,pixel_size_x_um¶a.tif,"0,5"      ! 2 ! 2 ! number-expected
            files,pixel_size_x_um¶a.tif,-1         ! 2 ! 2 ! pixel-size-invalid
            name,files¶"a¶b",a.tif¶c,/etc/passwd   ! 4 ! 2 ! file-path-absolute
            files,axes¶a.tif,yx¶b.tif,qq           ! 3 ! 2 ! axes-invalid
            files,name¶,one                        ! 2 ! 1 ! image-without-file
            files,name¶a.tif||b.tif,one            ! 2 ! 1 ! file-path-empty
            files¶a.tif¶¶a.tif                     ! 4 ! 1 ! file-repeated
            files,channels¶a.tif,DAPI#blue         ! 2 ! 2 ! color-invalid
            files,channels¶a.tif,a=b=c#d#e         ! 2 ! 2 ! color-invalid
            files,label_file,label_name¶a.tif,l.tif|m.tif,cells ! 2 ! 3 ! label-names-unmatched
            files,label_file,label_name¶a.tif,l.tif,a/b ! 2 ! 3 ! label-unnamed
            files,digest¶a.tif,abc                 ! 2 ! 2 ! digest-invalid
            """)
    void faultHasLineAndColumn(String text, int line, int column, String code) {
        UnreadableDescription refused =
                catchThrowableOfType(UnreadableDescription.class, () -> csv(text.replace("¶", "\n")));
        Fault.Told told = refused.faults().getFirst().in(Language.ENGLISH);
        assertThat(refused.faults()).hasSize(1);
        assertThat(told.code()).isEqualTo(code);
        assertThat(told.line()).isEqualTo(line);
        assertThat(told.column()).isEqualTo(column);
    }

    @Test
    void allFaultsAreToldUpToAHundred() {
        UnreadableDescription two = catchThrowableOfType(
                UnreadableDescription.class, () -> tsv("files\taxes\na.tif\tqq\nb.tif\tyx\n/c.tif\tqq"));
        assertThat(two.faults()).extracting(fault -> fault.place().line()).containsExactly(2, 4, 4);
        UnreadableDescription many = catchThrowableOfType(
                UnreadableDescription.class, () -> tsv("files\taxes\n" + "a.tif\tqq\n".repeat(5000)));
        assertThat(many.faults()).hasSize(100);
    }

    @Test
    void emptyListIsRefusedAndSayWhatIsAccepted() {
        assertThat(catchThrowableOfType(UnreadableDescription.class, () -> tsv("\n\n"))
                        .getMessage())
                .contains("files, name, axes");
        assertThat(tsv("files\n").sets()).isEmpty();
    }

    @Test
    void otherEncodingsAndTooLargeOnesAreRefused() {
        byte[] wide = "files\na.tif".getBytes(StandardCharsets.UTF_16);
        assertThat(catchThrowableOfType(
                                UnreadableDescription.class,
                                () -> DescriptionReader.readFileList(wide, TableFormat.TSV, "stem"))
                        .faults()
                        .getFirst()
                        .code()
                        .word())
                .isEqualTo("document-not-utf8");
        byte[] huge = new byte[32 * 1024 * 1024 + 1];
        assertThat(catchThrowableOfType(
                                UnreadableDescription.class,
                                () -> DescriptionReader.readFileList(huge, TableFormat.TSV, "stem"))
                        .getMessage())
                .contains("32 MiB");
    }

    @Test
    void aHundredThousandRowsAreReadAndNotOneMore() {
        StringBuilder list = new StringBuilder("files\tname\n");
        for (int i = 0; i < 100_000; i++) {
            list.append("plate/").append(i).append(".tif\timage ").append(i).append('\n');
        }
        assertThat(tsv(list.toString()).imageCount()).isEqualTo(100_000);
        assertThat(catchThrowableOfType(UnreadableDescription.class, () -> tsv(list + "one-more.tif\t\n"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code().word()).isEqualTo("rows-too-many"));
    }

    /** A search for mouse images must return only those. */
    @Test
    void rowsOfOtherOrganismsAreOfAnotherImageSet() {
        FileList list = tsv("""
                files\torganism\tmethod\tterm
                a.tif\tNCBITaxon:10090\tFBbi:00000251\tCL:0000540|CL:0000127
                b.tif\tNCBITaxon:9606\ta method of ours\t
                c.tif\tNCBITaxon:10090\tFBbi:00000251\tCL:0000540|CL:0000127
                """);
        assertThat(list.sets())
                .extracting(ImageSet::name)
                .containsExactly("stem", "stem, NCBITaxon:9606, a method of ours");
        assertThat(list.sets().getFirst().organisms()).containsExactly(TermReference.of("NCBITaxon:10090"));
        assertThat(list.sets().getFirst().images()).hasSize(2);
        assertThat(list.sets().get(1).imagingMethods()).containsExactly(new TermReference(null, "a method of ours"));
    }

    @Test
    void rowsMayNameTheirImageSet() {
        FileList list = tsv("files\timage_set\na.tif\tleaf\nb.tif\t\nc.tif\tleaf");
        assertThat(list.sets()).extracting(ImageSet::name).containsExactly("leaf", "stem");
    }

    @Test
    void listForTheBioImageArchiveIsReadAndItsAttributesAreNamed() {
        FileList list = tsv("Files\tCell line\tTreatment\nexp1/a.tif\tU2OS\tDMSO\nexp1/b.tif\tU2OS\ttaxol\n");
        assertThat(files(list)).containsExactly("exp1/a.tif", "exp1/b.tif");
        assertThat(list.ignoredColumns()).containsExactly("Cell line", "Treatment");
    }

    @Test
    void listFillsItsSetAndReadingItAgainChangesNothing() {
        DatasetDescription draft = DescriptionReader.readJson("""
                {"imageSets": [{"name": "leaf", "images": [{"files": ["x.tif"]}]},
                               {"name": "stem", "license": "CC0-1.0", "fileList": "l.tsv"}]}
                """.getBytes(StandardCharsets.UTF_8));
        FileList list = tsv("files\torganism\na.tif\tNCBITaxon:4577\nb.tif\tNCBITaxon:9606");
        DatasetDescription filled = list.into(draft);
        assertThat(filled.imageSets())
                .extracting(ImageSet::name)
                .containsExactly("leaf", "stem", "stem, NCBITaxon:9606");
        ImageSet stem = filled.imageSets().get(1);
        assertThat(stem.license()).isEqualTo("CC0-1.0");
        assertThat(stem.fileList()).isNull();
        assertThat(stem.images()).hasSize(1);
        assertThat(list.into(filled)).isEqualTo(filled);
    }

    @Test
    void datasetYamlNamesItsLists(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("dataset.yaml"), """
                imageSets:
                  - name: stem
                    fileList: images.csv
                    images: [{files: [first.tif]}]
                """);
        Files.writeString(folder.resolve("images.csv"), "files,name\na.tif,one\n");
        DatasetDescription read = DescriptionReader.readYaml(yaml);
        assertThat(read.imageSets().getFirst().images())
                .extracting(ImageDescription::files)
                .containsExactly(List.of("first.tif"), List.of("a.tif"));
        Files.writeString(folder.resolve("images.csv"), "files,axes\na.tif,qq\n");
        assertThat(catchThrowableOfType(UnreadableDescription.class, () -> DescriptionReader.readYaml(yaml))
                        .in(Language.FRENCH))
                .startsWith("images.csv, ligne 2, colonne 2\u202f: «\u202fqq\u202f» ne nomme pas");
        Files.delete(folder.resolve("images.csv"));
        assertThat(catchThrowableOfType(UnreadableDescription.class, () -> DescriptionReader.readYaml(yaml))
                        .getMessage())
                .startsWith("images.csv: It could not be read");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void whateverIsSentIsReadOrRefused(TableFormat format) {
        String alphabet = "ab.|\t,;\"\r\n #=é/\\\u0000";
        int read = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("files,name,channels\n".replace(',', format.separator("")));
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                FileListReader.read(text.toString(), format, "set");
                read++;
            } catch (UnreadableDescription e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
        assertThat(read).isPositive();
    }
}
