package org.chengjie.job;

/** How far a job has come. */
public enum State {
    WAITING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    public boolean finished() {
        return this != WAITING && this != RUNNING;
    }
}
