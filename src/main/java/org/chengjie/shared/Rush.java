package org.chengjie.shared;

/**
 * Whether schools stand in line to be served at this moment: then whatever can wait gives way to
 * them (spec X5).
 */
@FunctionalInterface
public interface Rush {

    boolean on();
}
