package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.schema.FrenchTypography;
import org.vitrail.schema.language.Language;

/** The texts of faults keep up with the codes, in both languages. */
class FaultTextsTest {
    private static final Pattern USED = Pattern.compile("FaultCode\\.([A-Z0-9_]+)");

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void codeSaysTheSameThingsInBothLanguages(FaultCode code) {
        for (Language language : Language.values()) {
            Set<String> places = new TreeSet<>(Fault.wording().places(language, code.word() + ".message"));
            places.addAll(Fault.wording().places(language, code.word() + ".remedy"));
            assertThat(places).as("%s in %s", code, language).containsExactlyInAnyOrderElementsOf(code.arguments());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsLeftOverWithoutCode(Language language) {
        Set<String> expected = Arrays.stream(FaultCode.values())
                .flatMap(code -> Stream.of(code.word() + ".message", code.word() + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(Set.of("where", "line", "column"));
        assertThat(Fault.wording().keys(language)).isEqualTo(expected);
    }

    @Test
    void everyCodeIsUsedBySomeRule() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String module : new String[] {"metadata-schema", "ontologies", "node", "cli"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
                }
            }
        }
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FaultCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void frenchIsFrench(FaultCode code) {
        Fault.Told french = sample(code).in(Language.FRENCH);
        Fault.Told english = sample(code).in(Language.ENGLISH);
        FrenchTypography.check(french.message());
        FrenchTypography.check(french.remedy());
        assertThat(french.message()).isNotEqualTo(english.message());
        assertThat(french.remedy()).isNotEqualTo(english.remedy());
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void codeIsDocumented(FaultCode code) throws IOException {
        assertThat(Files.readString(Path.of("../docs/faults.md"))).contains("| `" + code.word() + "` |");
    }

    @Test
    void jsonKeepsItsEnglishWordsAndHasTheCode() {
        JsonNode json = new ObjectMapper().valueToTree(Fault.of("title", FaultCode.TITLE_LENGTH, 3));
        assertThat(json.toString())
                .isEqualTo("{\"path\":\"title\",\"code\":\"title-length\",\"message\":\"The title has 3 characters.\","
                        + "\"remedy\":\"Give a title of 5 to 300 characters.\"}");
    }

    @Test
    void placeOfAFaultIsToldInTheLanguage() {
        Fault fault = Fault.of("", FaultCode.NUMBER_EXPECTED).at(new TextPlace("images.tsv", 3, 2));
        assertThat(fault.sentence(Language.ENGLISH)).startsWith("images.tsv, line 3, column 2: A number");
        assertThat(fault.sentence(Language.FRENCH)).startsWith("images.tsv, ligne 3, colonne 2\u202f: Un nombre");
    }

    /** Whatever a depositor wrote is shown as it is, not taken for a place of the text. */
    @Test
    void bracesOfADepositorStayWhatTheyAre() {
        Fault fault = Fault.of("", FaultCode.FILE_REPEATED, "{before}$1\\", "there");
        assertThat(fault.message()).isEqualTo("The file {before}$1\\ already stands at there.");
    }

    @Test
    void faultHasTheArgumentsOfItsCode() {
        assertThatThrownBy(() -> Fault.of("title", FaultCode.TITLE_LENGTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fault sample(FaultCode code) {
        return Fault.of("", code, code.arguments().stream().map(name -> "1").toArray());
    }
}
