package org.vitrail.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a Java process of this user.
 *
 * @param heapBytes that live objects take, after a full collection
 * @param peakResidentBytes most that the process ever held
 */
record NodeMemory(long heapBytes, long peakResidentBytes) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");

    static NodeMemory of(long pid) throws IOException, InterruptedException {
        return new NodeMemory(
                number(TOTAL, jcmd(pid, "GC.class_histogram")),
                number(PEAK, Files.readString(Path.of("/proc/" + pid + "/status"))) * 1024);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return text;
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(
                    "No " + pattern + " in: " + text.lines().limit(5).toList());
        }
        return Long.parseLong(found.group(1));
    }
}
