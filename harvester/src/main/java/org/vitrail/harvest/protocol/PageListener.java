package org.vitrail.harvest.protocol;

/** Is told of each record while its page is still being read. */
public interface PageListener {

    void readable(HarvestedRecord harvested);

    /**
     * @param identifier as far as it could be read, else the record's place in the page
     * @param reason in words for whoever runs the repository
     */
    void unreadable(String identifier, String reason);

    /** Listens to nothing: for answers in which no record is wanted. */
    PageListener NONE = new PageListener() {
        @Override
        public void readable(HarvestedRecord harvested) {}

        @Override
        public void unreadable(String identifier, String reason) {}
    };
}
