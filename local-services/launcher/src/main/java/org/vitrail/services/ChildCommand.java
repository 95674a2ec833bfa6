package org.vitrail.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a child process. Secrets belong into the environment, never into the arguments, which every user can list.
 *
 * @param title the name that messages use
 * @param words program and arguments
 * @param environment added to this process's own
 * @param workFolder where it runs
 * @param log its standard output and error, appended
 */
public record ChildCommand(
        String title, List<String> words, Map<String, String> environment, Path workFolder, Path log) {

    /** What {@code java -jar} would read in the manifest of {@code quarkus-run.jar}. */
    private static final List<String> QUARKUS_OPENS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    /** Copies what it is given. */
    public ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /**
     * A Java program on this process's own JDK that ends when this process ends, see {@link Tied}.
     *
     * @param classPath of the program; an entry may end in {@code /*}
     * @param options of the JVM
     * @param program main class, then arguments
     */
    static List<String> tiedJava(ProjectHome home, String classPath, List<String> options, List<String> program) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", home.launcherClasses() + ":" + classPath, Tied.class.getName()));
        words.addAll(program);
        return words;
    }

    /**
     * A packaged Quarkus application of this project.
     *
     * @param application its module's folder, such as {@code node}
     * @param options of the JVM, such as {@code -Xmx256m}
     */
    public static ChildCommand quarkus(
            String title, String application, List<String> options, Map<String, String> environment, Path log) {
        ProjectHome home = ProjectHome.find();
        Path jar = home.folder().resolve(application).resolve("target/quarkus-app/quarkus-run.jar");
        if (!jar.toFile().isFile()) {
            throw new LocalServicesException(title + " is not built: " + jar + " is missing. Run ./vitrail build");
        }
        List<String> words =
                tiedJava(home, jar.toString(), options, List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return new ChildCommand(title, words, environment, log.toAbsolutePath().getParent(), log);
    }

    /** The same with a stricter mask for the files that it makes: nobody else may read them. */
    ChildCommand withPrivateFiles() {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
        shell.addAll(words);
        return new ChildCommand(title, shell, environment, workFolder, log);
    }

    /** The same with more environment. */
    ChildCommand with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new ChildCommand(title, words, all, workFolder, log);
    }
}
