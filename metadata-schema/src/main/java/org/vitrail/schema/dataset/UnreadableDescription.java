package org.vitrail.schema.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrail.schema.MetadataException;
import org.vitrail.schema.language.Language;

/**
 * A description could not be read. Its faults name line or path, what is wrong and what is accepted there; the message is
 * theirs in English.
 */
public final class UnreadableDescription extends MetadataException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults at least one */
    public UnreadableDescription(List<Fault> faults, Throwable cause) {
        super(told(faults, Language.ENGLISH), cause);
        this.faults = List.copyOf(faults);
    }

    public UnreadableDescription(Fault fault, Throwable cause) {
        this(List.of(fault), cause);
    }

    public UnreadableDescription(Fault fault) {
        this(fault, null);
    }

    /** Everything that is wrong; the first only where nothing behind it can be read. */
    public List<Fault> faults() {
        return faults;
    }

    /** What the message says, in a language. */
    public String in(Language language) {
        return told(faults, language);
    }

    /** The same, found in a file of this name; what already names a file keeps it. */
    UnreadableDescription inFile(String name) {
        return new UnreadableDescription(
                faults.stream().map(fault -> fault.inFile(name)).toList(), this);
    }

    private static String told(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> fault.sentence(language)).collect(Collectors.joining("\n"));
    }
}
