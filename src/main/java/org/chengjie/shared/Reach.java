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

    /** The province that the path lies in: its second step. */
    public long provinceId() {
        var steps = path.split("/", -1);
        if (steps.length < 4) {
            throw new IllegalStateException("No province in " + path);
        }
        return Long.parseLong(steps[2]);
    }

    public boolean covers(String otherPath) {
        return otherPath.startsWith(path);
    }
}
