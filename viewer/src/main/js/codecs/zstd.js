// Zstandard by fzstd, which is plain script: no WebAssembly, hence no exception in the content security policy.
import { decompress } from 'fzstd';

/** Decompresses into an output of exactly the plain length. */
export function decompressZstd(input, output) {
  const plain = decompress(input, output);
  if (plain.length !== output.length) {
    throw new RangeError(`a Zstandard frame holds ${plain.length} bytes instead of ${output.length}`);
  }
  if (plain.buffer !== output.buffer) {
    output.set(plain);
  }
}

export class Zstd {
  kind = 'bytes_to_bytes';

  static fromConfig() {
    return new Zstd();
  }

  decode(bytes) {
    return decompress(bytes);
  }
}

export default Zstd;
