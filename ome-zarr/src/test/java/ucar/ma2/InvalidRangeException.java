package ucar.ma2;

/** Out of the array. */
public class InvalidRangeException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidRangeException(String message) {
        super(message);
    }
}
