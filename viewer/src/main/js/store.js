// A read-only Zarr store over HTTP, with what a viewer needs on top of zarrita's: failures by kind, safe aborting.
import { FetchStore } from 'zarrita';
import { coalescing } from './coalescing.js';
import { StoreRefused } from './failures.js';

const NO_HEAD = [405, 501]; // answers of servers that know GET only

/**
 * @param address absolute URL of the OME-Zarr's root
 * @param credentials as in fetch: omit, same-origin or include
 */
export function openStore(address, credentials) {
  const store = new FetchStore(address, { useSuffixRequest: true, fetch: (request) => answered(request, credentials) });
  const readRange = coalescing((key, range, options) => store.getRange(key, range, options));
  return {
    get: (key, options) => store.get(key, options),
    getRange: (key, range, options) => ('suffixLength' in range ? store.getRange(key, range) : readRange(key, range, options)),
    has: (key) => exists(new URL(key, `${address}/`), credentials),
  };
}

// A shard's index is fetched once for all tiles of the shard: the tile that asked first must not take it along when it is
// aborted. Hence suffix requests carry no signal.

async function answered(request, credentials) {
  const response = await fetch(new Request(request, { credentials }));
  if (response.status === 404 || response.ok) {
    return response;
  }
  throw new StoreRefused(response.status);
}

async function exists(url, credentials) {
  let response = await fetch(url, { method: 'HEAD', credentials });
  if (NO_HEAD.includes(response.status)) {
    response = await fetch(url, { credentials });
  }
  if (response.status === 404 || response.ok) {
    return response.ok;
  }
  throw new StoreRefused(response.status);
}
