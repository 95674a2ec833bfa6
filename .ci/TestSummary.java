import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Adds up the test reports of all modules; the last line is the runner's summary. Exit 1 when nothing ran or anything failed. */
class TestSummary {
    int passed;
    int failed;
    int skipped;
    final TreeMap<String, Integer> reasons = new TreeMap<>();

    public static void main(String[] arguments) throws Exception {
        var summary = new TestSummary();
        for (Path report : reports(Path.of(arguments[0]))) {
            summary.add(report);
        }
        summary.reasons.forEach((reason, count) -> System.out.println("skipped " + count + ": " + reason));
        System.out.println(summary.passed + " passed, " + summary.failed + " failed, " + summary.skipped + " skipped");
        System.exit(summary.failed > 0 || summary.passed == 0 ? 1 : 0);
    }

    static List<Path> reports(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")
                            && file.toString().contains("surefire-reports"))
                    .toList();
        }
    }

    void add(Path report) throws Exception {
        var suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        var cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            var skip = test.getElementsByTagName("skipped");
            if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
                failed++;
                System.out.println("failed: " + test.getAttribute("classname") + "." + test.getAttribute("name"));
            } else if (skip.getLength() > 0) {
                skipped++;
                reasons.merge(((Element) skip.item(0)).getAttribute("message"), 1, Integer::sum);
            } else {
                passed++;
            }
        }
    }
}
