package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Installs the npm packages of others that judge us, with the programs that use them. */
final class IndependentReaders {
    private IndependentReaders() {}

    /**
     * Makes a folder in which the programs run.
     *
     * @param programs where they stand in the project
     */
    static Path install(Path programs) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/independent"));
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "read-level-0.mjs", "harvest.mjs")) {
            Files.copy(programs.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Shell.Result installed = Shell.run(folder, List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"));
        assertThat(installed.exitCode()).as(installed.output()).isZero();
        return folder;
    }
}
