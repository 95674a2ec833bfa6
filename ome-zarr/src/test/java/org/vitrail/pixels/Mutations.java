package org.vitrail.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Damages a sound file in the ways that files are damaged and attacked: flipped bits, absurd numbers, cut ends, repeated and moved
 * parts. The same seed gives the same damage, so that a case that was found can be named by its seed.
 */
public final class Mutations {

    private static final long[] ABSURD = {0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffffL, 0x80000000L};

    private Mutations() {}

    /** What is done with a damaged file: opened and read, which may throw {@link PixelsException}. */
    public interface Trial {
        void run(Path file) throws IOException;
    }

    /**
     * Runs a budget of damaged copies through a trial; anything but a {@link PixelsException} is a fault and names its seed.
     *
     * @param folder where the damaged copy lies, under the given name
     * @param headBytes damage is dealt mostly to the first so many bytes, where numbers decide
     */
    public static void check(byte[] sound, Path folder, String name, int headBytes, int budget, Trial trial)
            throws IOException {
        for (long seed = 0; seed < budget; seed++) {
            Path file = Files.write(folder.resolve(name), mutate(sound, headBytes, seed));
            long start = System.nanoTime();
            try {
                trial.run(file);
            } catch (PixelsException refused) {
                requireMessage(refused, name, seed);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
                throw new AssertionError(
                        "Seed " + seed + " of " + name + " was neither read nor refused: " + fault, fault);
            }
            if (System.nanoTime() - start > 20_000_000_000L) {
                throw new AssertionError("Seed " + seed + " of " + name + " hung for more than 20 s");
            }
        }
    }

    private static void requireMessage(PixelsException refused, String name, long seed) {
        if (refused.getMessage() == null || !refused.getMessage().contains(name)) {
            throw new AssertionError(
                    "Seed " + seed + " of " + name + " was refused without its name: " + refused.getMessage(), refused);
        }
    }

    /** The copy with one to four wounds. */
    public static byte[] mutate(byte[] sound, int headBytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = sound.clone();
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds && bytes.length > 0; i++) {
            int reach = random.nextInt(4) > 0 ? Math.min(headBytes, bytes.length) : bytes.length;
            int at = random.nextInt(reach);
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2, 3 -> number(bytes, at, random);
                case 4 -> bytes = Arrays.copyOf(bytes, at);
                case 5 -> move(bytes, at, random);
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), (byte) 0);
            }
        }
        return bytes;
    }

    private static void number(byte[] bytes, int at, SplittableRandom random) {
        long value = ABSURD[random.nextInt(ABSURD.length)];
        int length = 1 << random.nextInt(4);
        boolean big = random.nextBoolean();
        for (int i = 0; i < length && at + i < bytes.length; i++) {
            int shift = 8 * (big ? length - 1 - i : i);
            bytes[at + i] = (byte) (value >> shift);
        }
    }

    private static void move(byte[] bytes, int at, SplittableRandom random) {
        int length = Math.min(1 + random.nextInt(64), bytes.length - at);
        int from = random.nextInt(bytes.length - length + 1);
        System.arraycopy(bytes, from, bytes, at, length);
    }
}
