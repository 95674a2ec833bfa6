package org.vitrail.harvest.run;

import org.vitrail.harvest.protocol.HarvestFault;
import org.vitrail.harvest.report.Ending;

/** Ends a run before the list's end. */
final class RunStopped extends HarvestFault {

    private final Ending ending;
    private final String code;
    private final boolean tokenDead;

    private RunStopped(Ending ending, String code, String reason, boolean tokenDead) {
        super(reason);
        this.ending = ending;
        this.code = code;
        this.tokenDead = tokenDead;
    }

    static RunStopped interrupted(String reason) {
        return new RunStopped(Ending.INTERRUPTED, null, reason, false);
    }

    /** Interrupted where the token leads nowhere: only reading the list again can help. */
    static RunStopped deadToken(String reason) {
        return new RunStopped(Ending.INTERRUPTED, null, reason, true);
    }

    static RunStopped refused(String code, String reason) {
        return new RunStopped(Ending.REFUSED, code, reason, false);
    }

    Ending ending() {
        return ending;
    }

    String code() {
        return code;
    }

    boolean tokenDead() {
        return tokenDead;
    }
}
