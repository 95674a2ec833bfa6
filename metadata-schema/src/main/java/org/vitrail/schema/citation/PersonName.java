package org.vitrail.schema.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vitrail.schema.dataset.Agent;

/**
 * A person's name in its parts, from "Family, Given" or "Family, Given, Suffix". A name without comma is kept whole as
 * family name: which of its words is the family's, only its owner knows.
 *
 * @param family with its particles, as "van der Berg"; never empty
 * @param given empty where unknown
 * @param suffix as "Jr."; empty where there is none
 */
record PersonName(String family, String given, String suffix) {
    private static final Set<String> PARTICLES = Set.of(
            "af", "al", "av", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la",
            "le", "ten", "ter", "van", "vande", "vander", "vom", "von", "zu", "zum", "zur");

    static PersonName of(Agent agent) {
        List<String> parts = Arrays.stream(OneLine.of(agent.displayName()).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return new PersonName("unknown", "", "");
        }
        return new PersonName(
                parts.getFirst(),
                parts.size() > 1 ? parts.get(1) : "",
                parts.size() > 2 ? String.join(", ", parts.subList(2, parts.size())) : "");
    }

    /** Words of the given name without particles at its end: "Ludwig" of "Ludwig van". */
    String givenWithoutParticles() {
        return String.join(" ", words(given).subList(0, firstTrailingParticle()));
    }

    /** Particles at the end of the given name, which sorting ignores: "van" of "Ludwig van". */
    String droppingParticle() {
        List<String> words = words(given);
        return String.join(" ", words.subList(firstTrailingParticle(), words.size()));
    }

    /** The family name without particles before it: "Berg" of "van der Berg". */
    String familyWithoutParticles() {
        List<String> words = words(family);
        return String.join(" ", words.subList(leadingParticles(), words.size()));
    }

    /** Particles before the family name, which belong to it: "van der". */
    String nonDroppingParticle() {
        return String.join(" ", words(family).subList(0, leadingParticles()));
    }

    private int leadingParticles() {
        List<String> words = words(family);
        int count = 0;
        while (count < words.size() - 1 && PARTICLES.contains(words.get(count))) {
            count++;
        }
        return count;
    }

    private int firstTrailingParticle() {
        List<String> words = words(given);
        int first = words.size();
        while (first > 1 && PARTICLES.contains(words.get(first - 1))) {
            first--;
        }
        return first;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Initials of the given name with particles whole, as APA wants them: "J.-P. R. van"; empty without given name. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : words(givenWithoutParticles().replace(".", ". "))) {
            String initial = word.isEmpty() ? "" : Initials.of(word);
            if (!initial.isEmpty()) {
                initials.append(initials.isEmpty() ? "" : " ").append(initial);
            }
        }
        String particle = droppingParticle();
        return particle.isEmpty() ? initials.toString() : initials + " " + particle;
    }
}
