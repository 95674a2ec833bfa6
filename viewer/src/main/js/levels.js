// Which level and which tiles a view needs. Pure: no network, no canvas.

const TILE_LENGTH = 256;
const MAGNIFICATION_BEFORE_FINER = 1.4;

/** Edge of a tile in pixels: whole inner chunks, so that no chunk is fetched for two tiles. */
export function tileLength(chunk, length) {
  return Math.max(1, Math.min(length, Math.ceil(TILE_LENGTH / chunk) * chunk));
}

/**
 * The coarsest level that still looks sharp.
 *
 * @param levels finest first, each with scaleX: its pixel's width in pixels of level 0
 * @param zoom screen pixels per pixel of level 0
 */
export function chooseLevel(levels, zoom) {
  let chosen = 0;
  for (let index = 1; index < levels.length; index++) {
    if (levels[index].scaleX * zoom <= MAGNIFICATION_BEFORE_FINER) {
      chosen = index;
    }
  }
  return chosen;
}

/**
 * Tiles of a level that touch what is seen, nearest to its middle first.
 *
 * @param seen {left, top, right, bottom} in pixels of level 0
 */
export function tilesSeen(level, index, seen) {
  const [stepX, stepY] = [level.tileWidth * level.scaleX, level.tileHeight * level.scaleY];
  const [columns, rows] = [Math.ceil(level.width / level.tileWidth), Math.ceil(level.height / level.tileHeight)];
  const [middleX, middleY] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
  const tiles = [];
  for (let row = Math.max(0, Math.floor(seen.top / stepY)); row < rows && row * stepY < seen.bottom; row++) {
    for (let column = Math.max(0, Math.floor(seen.left / stepX)); column < columns && column * stepX < seen.right; column++) {
      const distance = Math.hypot((column + 0.5) * stepX - middleX, (row + 0.5) * stepY - middleY);
      tiles.push({ level: index, column, row, distance });
    }
  }
  return tiles.sort((one, other) => one.distance - other.distance);
}

/** Where a tile lies in pixels of level 0, as {left, top}. */
export function placeOf(level, tile) {
  return { left: tile.column * level.tileWidth * level.scaleX, top: tile.row * level.tileHeight * level.scaleY };
}
