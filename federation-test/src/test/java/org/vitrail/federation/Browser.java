package org.vitrail.federation;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, driven by Playwright. Collects what a page complains about: script errors, refused content, failed
 * requests. Pictures go to {@code target/pictures}, or to the folder named by {@code VITRAIL_PICTURES}.
 */
final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--use-gl=angle",
            "--use-angle=swiftshader");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    /** A page of a fresh visitor, 1280 pixels wide. */
    Page desktop() {
        return open(1280, 900);
    }

    /** A page of a fresh visitor on a phone, 390 pixels wide. */
    Page phone() {
        return open(390, 844);
    }

    private Page open(int width, int height) {
        BrowserContext visitor = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            // an image without labels has none to find: the viewer asks, as OME-NGFF has no other way to know
            if (message.type().equals("error") && !message.location().contains("/labels/zarr.json")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** What pages complained about since the last call. */
    List<String> complaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    /** Accessibility violations of the page as it stands, by axe-core: rule and the elements that break it. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** True where the page is wider than its window, which makes a phone scroll sideways. */
    static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Keeps a picture of the page. */
    static void picture(Page page, String name) {
        String folder = System.getenv().getOrDefault("VITRAIL_PICTURES", "target/pictures");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }

    /** Opens the address and waits until the network is quiet. */
    static void visit(Page page, URI address) {
        page.navigate(
                address.toString(),
                new Page.NavigateOptions().setWaitUntil(com.microsoft.playwright.options.WaitUntilState.NETWORKIDLE));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
