// Bundles src/main/js for the browser into META-INF/resources/assets, unless it is there and nothing has changed since.
// Usage: node src/build/bundle.mjs [folder of classes]; called by Maven through build.sh.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const module = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const classes = path.resolve(process.argv[2] ?? path.join(module, 'target/classes'));
const assets = path.join(classes, 'META-INF/resources/assets');
const installedStamp = path.join(module, 'node_modules/.vitrail-stamp');
const bundledStamp = path.join(classes, '../viewer-bundle.stamp');

// zarrita's own decoders are left out: WebAssembly that evaluates strings. Ours stand in, see codecs.js.
const OWN_CODECS = Object.fromEntries(['blosc', 'lz4', 'zstd'].map((name) => [`numcodecs/${name}`, `./src/main/js/codecs/${name}.js`]));

function digestOf(...files) {
  const hash = createHash('sha256').update(process.version);
  files.forEach((file) => hash.update(file.slice(module.length)).update(readFileSync(path.join(module, file))));
  return hash.digest('hex');
}

function isCurrent(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

function install() {
  const digest = digestOf('package.json', 'package-lock.json');
  if (!isCurrent(installedStamp, digest)) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: module, stdio: 'inherit' });
    writeFileSync(installedStamp, digest);
  }
}

async function bundle() {
  const { build } = await import('esbuild');
  rmSync(path.join(assets, 'chunks'), { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: module,
    entryPoints: ['src/main/js/ome-zarr-view.js'],
    outdir: assets,
    bundle: true, splitting: true, format: 'esm', minify: true, metafile: true,
    target: ['chrome110', 'firefox110', 'safari16.4'],
    chunkNames: 'chunks/[name]-[hash]',
    alias: OWN_CODECS,
    loader: { '.css': 'text' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  writeFileSync(path.join(assets, 'third-party-licenses.txt'), licensesOf(metafile));
}

function licensesOf({ inputs }) {
  const packages = [...new Set(Object.keys(inputs).map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]).filter(Boolean))].sort();
  const texts = packages.map((name) => {
    const folder = path.join(module, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(path.join(folder, file), 'utf8').trim() : ''}\n`;
  });
  return `ome-zarr-view.js contains these packages.\n\n${texts.join('\n----\n\n')}`;
}

const sources = ['src/main/js', 'src/main/js/codecs'].flatMap((folder) => readdirSync(path.join(module, folder), { withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => `${folder}/${entry.name}`)).sort();
const digest = digestOf('package-lock.json', 'src/build/bundle.mjs', ...sources);
install();
if (!isCurrent(bundledStamp, digest) || !existsSync(path.join(assets, 'ome-zarr-view.js'))) {
  mkdirSync(assets, { recursive: true });
  await bundle();
  writeFileSync(bundledStamp, digest);
}
