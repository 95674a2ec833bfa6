"""Measures an image's quality with numpy, as docs/formats/image-quality.md says, to judge our own numbers.

usage: measure_independently.py RAW DTYPE TxCxZxYxX     prints JSON; RAW holds the samples in C order, little-endian
"""
import json
import math
import sys

import numpy as np

TILE, BLOCK, FIELDS = 512, 4, 8


def tiles(plane):
    for y in range(0, plane.shape[0], TILE):
        for x in range(0, plane.shape[1], TILE):
            yield plane[y:y + TILE, x:x + TILE]


def blocks(tile):
    """Means of whole finite blocks of 4 × 4, NaN for others."""
    h, w = tile.shape[0] // BLOCK, tile.shape[1] // BLOCK
    cut = tile[:h * BLOCK, :w * BLOCK].reshape(h, BLOCK, w, BLOCK)
    with np.errstate(invalid='ignore', over='ignore'):
        means = cut.mean(axis=(1, 3))
    return np.where(np.isfinite(means), means, np.nan)


def saturation(values, dtype):
    finite = values[np.isfinite(values)]
    if not finite.size:
        return None
    integer = np.issubdtype(dtype, np.integer)
    occupied, counts = np.unique(finite, return_counts=True)
    at_type = float(np.mean(finite == float(np.iinfo(dtype).max))) if integer else None
    below = counts[:-1][-8:]
    spike = below.size > 0 and counts[-1] >= 16 and counts[-1] > 4 * below.mean()
    return {'atTypeMaximum': at_type, 'atSpike': counts[-1] / finite.size if spike else 0.0}


def bit_depth(values):
    finite = values[np.isfinite(values)]
    if not finite.size or np.any(finite != np.rint(finite)):
        return None
    whole = np.unique(finite.astype(np.int64))
    step = int(np.gcd.reduce(whole - whole[0]))
    steps = 0 if step == 0 else int(whole[-1] - whole[0]) // step
    return {'usedBits': steps.bit_length(), 'step': float(step)}


def noise(planes, values):
    found = []
    for plane in planes:
        for tile in tiles(plane):
            for y in range(1, tile.shape[0] - 1, 8):
                three = tile[y - 1:y + 2].astype(np.float64)
                with np.errstate(invalid='ignore'):
                    v = three[0] - 2 * three[1] + three[2]
                    d = np.abs(v[:-2] - 2 * v[1:-1] + v[2:])
                windows = np.lib.stride_tricks.sliding_window_view(three, 3, axis=1)
                constant = (windows == three[1][1:-1][None, :, None]).all(axis=(0, 2))
                found.append(d[np.isfinite(d) & ~constant])
    found = np.concatenate(found) if found else np.array([])
    finite = np.sort(values[np.isfinite(values)])
    if not found.size or not finite.size:
        return None
    sigma = float(np.median(found)) / (6 * 0.6744897501960817)
    at = lambda share: finite[int((finite.size - 1) * share)]
    return {'sigma': sigma, 'signalToNoise': float(at(0.99) - at(0.05)) / sigma if sigma > 0 else None}


def flat_field(channel):
    height, width = channel.shape[-2:]
    if height < 32 or width < 32:
        return None
    field = lambda first, length: min(FIELDS - 1, FIELDS * (first // BLOCK * BLOCK + BLOCK // 2) // length)
    rows = np.array([field(y, height) for y in range(height)])
    columns = np.array([field(x, width) for x in range(width)])
    mean = np.empty((FIELDS, FIELDS))
    for i in range(FIELDS):
        for j in range(FIELDS):
            part = channel[:, :, rows == i][:, :, :, columns == j]
            mean[i, j] = part[np.isfinite(part)].mean()
    center = mean[3:5, 3:5].mean()
    corner = mean[np.ix_([0, 7], [0, 7])].mean()
    edge = np.mean([mean[0, 3:5], mean[7, 3:5], mean[3:5, 0], mean[3:5, 7]])
    return {'cornerToCenter': corner / center, 'edgeToCenter': edge / center} if center > 0 else None


def focus(channel):
    if channel.shape[1] < 2:
        return None
    variances = []
    for z in range(channel.shape[1]):
        found = []
        for plane in channel[:, z]:
            for tile in tiles(plane):
                b = blocks(tile)
                if min(b.shape) >= 3:
                    found.append((4 * b[1:-1, 1:-1] - b[:-2, 1:-1] - b[2:, 1:-1] - b[1:-1, :-2] - b[1:-1, 2:]).ravel())
        found = np.concatenate(found) if found else np.array([])
        found = found[np.isfinite(found)]
        variances.append(found.var() if found.size else 0.0)
    best = int(np.argmax(variances))
    return {'bestSection': best, 'profile': [v / variances[best] for v in variances]} if variances[best] > 0 else None


def bleaching(channel):
    if channel.shape[0] < 3:
        return None
    means = np.array([frame[np.isfinite(frame)].mean() for frame in channel])
    if not np.all(means > 0):
        return None
    t, logs = np.arange(means.size), np.log(means)
    slope = np.polyfit(t, logs, 1)[0]
    constant = np.allclose(logs, logs[0], rtol=0, atol=1e-12)
    return {'logSlopePerTimePoint': 0.0 if constant else slope,
            'rSquared': None if constant else float(np.corrcoef(t, logs)[0, 1] ** 2)}


def measure(channel, dtype):
    values = channel.ravel().astype(np.float64)
    finite = values[np.isfinite(values)]
    numbers = channel.astype(np.float64)
    planes = numbers.reshape((-1,) + channel.shape[-2:])
    measured = {
        'values': {'zeroFraction': float(np.mean(values == 0)), 'nonFiniteFraction': 1 - finite.size / values.size,
                   'min': float(finite.min()) if finite.size else None, 'max': float(finite.max()) if finite.size else None},
        'saturation': saturation(values, dtype), 'bitDepth': bit_depth(values), 'noise': noise(planes, values),
        'flatField': flat_field(numbers), 'focus': focus(numbers), 'bleaching': bleaching(numbers)}
    return {name: numbers for name, numbers in measured.items() if numbers is not None}


if __name__ == '__main__':
    raw, name, shape = sys.argv[1:4]
    dtype = np.dtype(name)
    image = np.fromfile(raw, dtype=dtype.newbyteorder('<')).reshape([int(n) for n in shape.split('x')])
    print(json.dumps({'channels': [measure(image[:, c], dtype) for c in range(image.shape[1])]}))
