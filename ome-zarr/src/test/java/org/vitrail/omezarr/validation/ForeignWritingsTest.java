package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.FolderZarrStore;

/** Images with labels and a plate that python3-zarr wrote are valid, and what it leaves wrong is found. */
class ForeignWritingsTest {

    private static final String WRITE = """
            import sys, zarr, numcodecs, numpy
            folder = sys.argv[1]
            def axes(names):
                kinds = {'t': 'time', 'c': 'channel'}
                return [{'name': n, 'type': kinds.get(n, 'space')} for n in names]
            def image(group, dtype, order, compressor, separator='/', names='zyx'):
                full = (numpy.arange(4 * 50 * 70).reshape(4, 50, 70) % 119).astype(dtype)
                datasets = []
                for level in range(2):
                    step = 2 ** level
                    group.create_dataset(str(level), data=full[:, ::step, ::step], chunks=(1, 16, 32), order=order,
                                         compressor=compressor, dimension_separator=separator, fill_value=0)
                    datasets.append({'path': str(level), 'coordinateTransformations': [
                        {'type': 'scale', 'scale': [1.0, 0.5 * step, 0.5 * step]},
                        {'type': 'translation', 'translation': [0, 0.25 * (step - 1), 0.25 * (step - 1)]}]})
                group.attrs['multiscales'] = [{'version': '0.4', 'name': 'n', 'type': 'nearest', 'metadata': {},
                                               'axes': axes(names), 'datasets': datasets}]
            def root(name):
                return zarr.group(zarr.DirectoryStore(folder + '/' + name), overwrite=True)
            blosc = numcodecs.Blosc(cname='lz4', shuffle=1)
            labeled = root('labeled')
            image(labeled, '>u2', 'F', numcodecs.Zlib(4))
            labels = labeled.create_group('labels')
            labels.attrs['labels'] = ['cells']
            cells = labels.create_group('cells')
            image(cells, '<i4', 'C', blosc)
            cells.attrs['image-label'] = {'version': '0.4', 'colors': [{'label-value': 1, 'rgba': [255, 0, 0, 255]}]}
            plate = root('plate')
            plate.attrs['plate'] = {'version': '0.4', 'name': 'p', 'field_count': 1, 'rows': [{'name': 'A'}],
                'columns': [{'name': '1'}, {'name': '2'}], 'acquisitions': [{'id': 1, 'name': 'a', 'maximumfieldcount': 1}],
                'wells': [{'path': 'A/1', 'rowIndex': 0, 'columnIndex': 0}, {'path': 'A/2', 'rowIndex': 0, 'columnIndex': 1}]}
            for well in ('A/1', 'A/2'):
                group = plate.require_group(well)
                group.attrs['well'] = {'version': '0.4', 'images': [{'path': '0', 'acquisition': 1}]}
                image(group.create_group('0'), '<f4', 'C', numcodecs.GZip(3))
            image(root('flat'), '<u2', 'C', None, separator='.')
            image(root('reversed'), '<u2', 'C', blosc, names='xyz')
            image(root('bz2'), '<u2', 'C', numcodecs.BZ2(3))
            """;

    @TempDir
    private Path folder;

    private Validation.Checked checked(String name) {
        return Hierarchies.checked(new FolderZarrStore(folder.resolve(name)), ValidationOptions.everything());
    }

    @Test
    void whatPythonWroteIsJudged() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/python3"))
                        && run("import zarr, numcodecs").isEmpty(),
                "skipped: python3-zarr is not installed");
        assertThat(run(WRITE)).isEmpty();

        Validation.Checked labeled = checked("labeled");
        assertThat(labeled.findings()).isEmpty();
        assertThat(labeled.looked().images()).isEqualTo(2);
        assertThat(labeled.looked().chunks()).isEqualTo(2 * 4 * (4 * 3 + 2 * 2));
        Validation.Checked plate = checked("plate");
        assertThat(plate.findings()).isEmpty();
        assertThat(plate.looked().wells()).isEqualTo(2);

        assertThat(Hierarchies.rules(checked("flat"))).containsOnly(Rule.DIMENSION_SEPARATOR);
        assertThat(Hierarchies.rules(checked("reversed"))).containsExactly(Rule.AXIS_ORDER);
        assertThat(Hierarchies.rules(checked("bz2"))).containsOnly(Rule.UNCOMMON, Rule.UNCHECKED_CHUNKS);
    }

    /** What it printed. */
    private String run(String script) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/python3", "-B", "-W", "ignore", "-c", script, folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
