package org.chengjie.shared;

/**
 * The subtree a reader may see, as the path all of it starts with; the rest reads as absent (spec
 * X2).
 */
public record Reach(String path) {

    public Reach {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("A path starts and ends with '/': " + path);
        }
    }

    public boolean covers(String otherPath) {
        return otherPath.startsWith(path);
    }
}
