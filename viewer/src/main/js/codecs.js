// Our own decoders in place of zarrita's, which are WebAssembly; each is loaded when an image needs it.
import { registry } from 'zarrita';

const CODECS = {
  blosc: () => import('./codecs/blosc.js').then(({ Blosc }) => Blosc),
  lz4: () => import('./codecs/lz4.js').then(({ Lz4 }) => Lz4),
  zstd: () => import('./codecs/zstd.js').then(({ Zstd }) => Zstd),
};

for (const [name, load] of Object.entries(CODECS)) {
  registry.set(name, load);
  registry.set(`numcodecs.${name}`, load); // as Zarr v2 names them
}
