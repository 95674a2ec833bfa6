package org.vitrail.cli.demo;

import java.nio.file.Path;

/**
 * What the demo was asked for.
 *
 * @param once check, stop, and say by the exit code whether all was right
 * @param portOffset added to every port
 * @param data kept folder; null for a temporary one
 * @param samples folder of the descriptions to deposit; null for synthetic images
 * @param report file to write; null for none
 */
record DemoOptions(boolean once, int portOffset, Path data, Path samples, Path report) {}
