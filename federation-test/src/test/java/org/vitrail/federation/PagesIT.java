package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vitrail.cli.demo.Deposition;
import org.vitrail.cli.demo.NodeClient;
import org.vitrail.cli.demo.SampleSet;
import org.vitrail.cli.demo.synthetic.SyntheticSets;

/** The pages in Chromium: they do their work, complain of nothing, hold axe's rules, fit a phone; each is kept as a picture. */
@Execution(ExecutionMode.SAME_THREAD)
class PagesIT {

    private static RunningFederation federation;
    private static Browser browser;

    @BeforeAll
    static void start() {
        federation = RunningFederation.get();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @TestFactory
    List<DynamicTest> publicPages() {
        String identifier = federation.report().at("/datasets/0/identifier").asText();
        URI landingPage =
                URI.create(federation.report().at("/datasets/0/landingPage").asText());
        URI gateway = federation.gateway().base();
        return Map.of(
                        "search", gateway.resolve("/?q=synthetic"),
                        "dataset", gateway.resolve("/datasets/" + identifier),
                        "nodes", gateway.resolve("/nodes"),
                        "landing", landingPage,
                        "node", federation.node("nantes"))
                .entrySet()
                .stream()
                .flatMap(page -> List.of(
                        DynamicTest.dynamicTest(
                                page.getKey() + " on a desktop",
                                () -> check(page.getKey() + "-desktop", browser.desktop(), page.getValue())),
                        DynamicTest.dynamicTest(
                                page.getKey() + " on a phone",
                                () -> check(page.getKey() + "-phone", browser.phone(), page.getValue())))
                        .stream())
                .toList();
    }

    @Test
    void aSearchInTheBrowserLeadsToPixels() {
        Page page = browser.desktop();
        Browser.visit(page, federation.gateway().base());
        page.fill("input[name=q]", "synthetic human cells");
        page.keyboard().press("Enter");
        page.waitForLoadState();
        page.click(".res h2 a >> nth=0");
        page.waitForLoadState();
        awaitPixels(page);

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDepositorLogsInSeesTheDepositsAndLogsOut() {
        logIn(browser.desktop(), "depositor", page -> {
            assertThat(page.textContent("main")).contains("Synthetic human cells");
            Browser.picture(page, "my-deposits-desktop");
            assertThat(Browser.violations(page)).isEmpty();
            page.click("text=Log out");
            page.waitForLoadState();
            Browser.visit(page, federation.node("nantes").resolve("/my/deposits"));
            assertThat(page.querySelector("input[name=password]"))
                    .as("the log-in page, at %s", page.url())
                    .isNotNull();
        });
        logIn(browser.phone(), "depositor", page -> {
            Browser.picture(page, "my-deposits-phone");
            assertThat(Browser.scrollsSideways(page)).isFalse();
        });
    }

    @Test
    void aCuratorReadsAndDecidesFindings() throws IOException {
        URI deposit = federation.node("nantes").resolve("/my/deposits/" + depositWithAFinding());
        logIn(browser.phone(), "curator", page -> {
            Browser.visit(page, deposit);
            Browser.picture(page, "findings-phone");
            assertThat(Browser.violations(page)).isEmpty();
            assertThat(Browser.scrollsSideways(page)).isFalse();
        });
        logIn(browser.desktop(), "curator", page -> {
            Browser.visit(page, deposit);
            Browser.picture(page, "findings-desktop");
            assertThat(Browser.violations(page)).isEmpty();
            page.check("input[name=acknowledged]");
            page.fill("#findings-reason", "The number is made up");
            page.click("text=Remove and go on");
            page.waitForLoadState();
            assertThat(page.textContent("main")).contains("The number is made up", "Accept and publish");
            Browser.picture(page, "findings-decided-desktop");
            assertThat(Browser.violations(page)).isEmpty();
        });
    }

    /** Submitted, of one image whose file has a name that reads like a patient's number. */
    private static String depositWithAFinding() throws IOException {
        Path yaml = SyntheticSets.write(federation.newFolder("findings")).get(1);
        Path image = yaml.resolveSibling("series.ome.tif");
        Files.move(image, image.resolveSibling("patient_4711.ome.tif"));
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replaceFirst("title: .*", "title: Synthetic cells under a revealing name")
                        .replace("[series.ome.tif]", "[patient_4711.ome.tif]"));
        NodeClient node = federation.client("nantes");
        Deposition deposition = new Deposition(node, SampleSet.read(yaml), federation.http());
        String id = deposition.deposit();
        assertThat(deposition.convert()).isEmpty();
        node.submit(id);
        return id;
    }

    private static void check(String name, Page page, URI address) {
        Browser.visit(page, address);
        if (page.querySelector("ome-zarr-view") != null) {
            awaitPixels(page);
        }
        Browser.picture(page, name);

        assertThat(browser.complaints()).isEmpty();
        assertThat(Browser.violations(page)).isEmpty();
        assertThat(Browser.scrollsSideways(page)).as("scrolls sideways").isFalse();
        page.context().close();
    }

    private static void logIn(Page page, String user, Consumer<Page> then) {
        Browser.visit(page, federation.node("nantes").resolve("/my/deposits"));
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", user);
        page.keyboard().press("Enter");
        page.waitForURL("**/my/deposits**");
        then.accept(page);
        page.context().close();
    }

    /** Waits until the viewer's canvas has a pixel that is not background. */
    private static void awaitPixels(Page page) {
        page.waitForFunction("""
                () => {
                  const canvas = document.querySelector('ome-zarr-view')?.shadowRoot?.querySelector('canvas');
                  if (!canvas || !canvas.width || !canvas.height) return false;
                  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let lit = 0;
                  for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] > 90) lit++;
                  return lit > 500;
                }
                """);
    }
}
