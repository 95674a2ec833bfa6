package org.vitrail.gateway.registry;

/** The two OAI-PMH repositories of a node. */
public enum Repository {
    DATASETS("datasets"),
    IMAGES("images");

    private final String word;

    Repository(String word) {
        this.word = word;
    }

    /** The word in addresses, the database and reports. */
    public String word() {
        return word;
    }

    /**
     * The repository that this word names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Repository ofWord(String word) {
        for (Repository repository : values()) {
            if (repository.word.equals(word)) {
                return repository;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is neither datasets nor images");
    }
}
