package org.chengjie.filing;

/**
 * What a school wants to do with its filing; each is allowed or not by one {@link Verdict} (spec
 * W4).
 */
public enum Intent {
    /** Fill in and submit the form. */
    FILE,
    /** 继续修改: take a submitted form back (spec F10). */
    WITHDRAW,
    /** 需修改的任务: mend returned rows and submit them (spec R3). */
    MEND
}
