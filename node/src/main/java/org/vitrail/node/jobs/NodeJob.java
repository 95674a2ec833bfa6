package org.vitrail.node.jobs;

import com.github.kagkarlsson.scheduler.task.Task;

/** A kind of job that workers run; every bean of this type is found at start. */
public interface NodeJob {

    /** The task; called once. What it does may be interrupted anywhere and run again from its beginning. */
    Task<?> task();
}
