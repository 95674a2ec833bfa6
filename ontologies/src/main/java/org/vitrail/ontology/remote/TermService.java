package org.vitrail.ontology.remote;

import java.util.List;
import java.util.Set;

/** A service on the web that knows terms of many ontologies. Texts are sent to somebody else: only what may be public. */
public interface TermService {
    /** Of a longer text only the beginning is sent, so that an address stays short. */
    int LONGEST_TEXT = 1500;

    /** What a service may be asked for. */
    enum Operation {
        SEARCH,
        ANNOTATE,
        RECOMMEND
    }

    /** @param curie empty where the service knows only the IRI */
    record RemoteTerm(String iri, String curie, String label, String ontology, List<String> synonyms) {
        public RemoteTerm {
            synonyms = List.copyOf(synonyms);
        }
    }

    /** A term seen in a text. @param from index of its first character, from 0 @param to behind its last one */
    record Mention(int from, int to, RemoteTerm term) {}

    /** Ontologies that cover a text together. @param score from 0 to 1 */
    record Recommendation(List<String> ontologies, double score) {
        public Recommendation {
            ontologies = List.copyOf(ontologies);
        }
    }

    /** For messages. */
    String name();

    Set<Operation> offers();

    /** Terms by words, best first. @throws RemoteFailure when the service does not answer as documented */
    List<RemoteTerm> search(String text, int limit) throws InterruptedException;

    /** Terms named in a text. @throws RemoteFailure as {@link #search} */
    List<Mention> annotate(String text) throws InterruptedException;

    /** Ontologies for a text, best first. @throws RemoteFailure as {@link #search} */
    List<Recommendation> recommend(String text) throws InterruptedException;
}
