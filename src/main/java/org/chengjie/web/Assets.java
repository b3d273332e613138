package org.chengjie.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files, under a path that changes with their content, so that a browser may keep them
 * for good; scripts import one another by relative path and stay of one version.
 */
public final class Assets {

    static final String FOLDER = "/assets/";
    static final String VERSION = version();

    private Assets() {}

    /** {@code app.css} → {@code /assets/3f9a…/app.css} */
    public static String url(String name) {
        return FOLDER + VERSION + "/" + name;
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:static/**/*.*")) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
