package loci.formats;

/** Stands in for Bio-Formats' class of that name. */
public class UnknownFormatException extends Exception {

    public UnknownFormatException(String message) {
        super(message);
    }
}
