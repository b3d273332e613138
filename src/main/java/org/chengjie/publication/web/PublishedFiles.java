package org.chengjie.publication.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.chengjie.publication.Edition;

/**
 * The files of editions, each written once: an edition never changes, and on the day of a
 * publication all the country asks for the same ones.
 */
final class PublishedFiles {

    private static final int KEPT = 32;

    private record Key(long edition, String name) {}

    private final ConcurrentHashMap<Key, byte[]> kept = new ConcurrentHashMap<>();

    byte[] of(Edition edition, String name, Function<Edition, byte[]> writer) {
        if (kept.size() > KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(new Key(edition.id(), name), _ -> writer.apply(edition));
    }
}
