"""Perceptual hash vitrail-phash-1 with whole numbers and fractions, as docs/formats/perceptual-hash.md says.

usage: hash_independently.py RAW DTYPE TxCxZxYxX     RAW holds the samples in C order, little-endian
"""
import math
import sys
from fractions import Fraction

import numpy as np

SIDE, TILE = 32, 512


def shares(length):
    """For each cell, the samples that lie in it and how much of each, of 32."""
    cells = []
    for cell in range(SIDE):
        begin, end = cell * length, (cell + 1) * length
        samples = range(begin // SIDE, (end - 1) // SIDE + 1)
        cells.append([(n, min(end, SIDE * (n + 1)) - max(begin, SIDE * n)) for n in samples])
    return cells


def cell_sums(plane):
    """Exact sums of 8 and 16 bits; of wider types binary64 sums inside tiles of 512, row by row, added exactly."""
    rows, columns = shares(plane.shape[0]), shares(plane.shape[1])
    if plane.dtype.itemsize <= 2:
        by_row = np.stack([sum(plane[:, n].astype(object) * w for n, w in cell) for cell in columns], axis=1)
        return [[Fraction(sum(by_row[n, j] * w for n, w in cell)) for j in range(SIDE)] for cell in rows]
    values = plane.astype(np.float64)
    values[~np.isfinite(values)] = 0
    sums = [[Fraction(0)] * SIDE for _ in range(SIDE)]
    for i, row_cell in enumerate(rows):
        for j, column_cell in enumerate(columns):
            for ty in sorted({n // TILE for n, _ in row_cell}):
                for tx in sorted({n // TILE for n, _ in column_cell}):
                    total = None
                    for y, wy in [(n, w) for n, w in row_cell if n // TILE == ty]:
                        line = None
                        for x, wx in [(n, w) for n, w in column_cell if n // TILE == tx]:
                            part = float(wx) * float(values[y, x])
                            line = part if line is None else line + part
                        total = float(wy) * line if total is None else total + float(wy) * line
                    sums[i][j] += Fraction(total)
    return sums


def perceptual_hash(image):
    section = image[0, :16, image.shape[2] // 2]
    light = [[0] * SIDE for _ in range(SIDE)]
    for plane in section:
        sums = cell_sums(plane)
        least, most = min(map(min, sums)), max(map(max, sums))
        if most > least:
            for y in range(SIDE):
                for x in range(SIDE):
                    light[y][x] += math.floor((sums[y][x] - least) * 65535 / (most - least))
    cosine = [[math.floor(16384 * math.cos((2 * n + 1) * k * math.pi / 64) + 0.5) for n in range(SIDE)] for k in range(8)]
    coefficients = [sum(cosine[u][y] * sum(cosine[v][x] * light[y][x] for x in range(SIDE)) for y in range(SIDE))
                    for u in range(8) for v in range(8)]
    median = sorted(coefficients[1:])[31]
    bits = sum(1 << (63 - k) for k in range(1, 64) if coefficients[k] > median)
    return '%016x' % bits


if __name__ == '__main__':
    raw, name, shape = sys.argv[1:4]
    dtype = np.dtype(name)
    image = np.fromfile(raw, dtype=dtype.newbyteorder('<')).reshape([int(n) for n in shape.split('x')])
    print(perceptual_hash(image.astype(dtype)))
