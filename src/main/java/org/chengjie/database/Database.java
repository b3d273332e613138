package org.chengjie.database;

/**
 * The kind of installation this is.
 *
 * @param embedded true when the product keeps its own server under its data folder, which is the
 *     demonstration; false when an operator gave it a server
 */
public record Database(boolean embedded) {}
