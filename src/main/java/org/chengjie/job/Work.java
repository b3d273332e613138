package org.chengjie.job;

/**
 * What a kind of job does: a bean of the module that asks for it (spec X5). It runs outside any
 * transaction. It may be run again from the start after a crash, so what it did before must not be
 * done twice: either in one transaction, or in steps that know which of them are done.
 */
public interface Work {

    /** The name under which {@link Jobs#ask} asks for it. */
    String kind();

    void run(Progress progress) throws Exception;
}
