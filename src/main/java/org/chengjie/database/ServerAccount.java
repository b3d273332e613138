package org.chengjie.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that the server's commands run under, because PostgreSQL refuses to be run by root.
 *
 * @param prefix what goes before each command
 * @param owner whom the files have to be given to, as another account may have made them; empty
 *     where we could not give them anyway
 */
record ServerAccount(List<String> prefix, String owner) {

    private static final String NOBODY = "65534";

    private static final ServerAccount SELF = new ServerAccount(List.of(), "");

    /** Inside a user namespace root is nobody to PostgreSQL, yet still the owner of its files. */
    private static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "-U"), "0");

    private static final ServerAccount OTHER =
            new ServerAccount(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                    NOBODY);

    static ServerAccount find(Path folder) throws IOException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            return SELF;
        }
        if (NAMESPACE.can(folder, "true")) {
            return NAMESPACE;
        }
        if (OTHER.can(folder, "ls", folder.toString())) {
            return OTHER;
        }
        throw new NoDatabase(
                "以 root 身份运行时，自带的数据库既不能用 unshare 也不能用 setpriv 换一个身份启动（" + folder + "）。",
                "请换一个普通用户来运行，或把数据目录放到其他用户也能进入的地方；" + EmbeddedServer.USE_A_SERVER);
    }

    private boolean can(Path folder, String... command) throws IOException {
        try {
            give("-h", folder);
            run(folder, List.of(command));
            return true;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Hands over all that is there; not while a server runs, which may belong to another account.
     */
    void give(Path folder) throws IOException {
        give("-Rh", folder);
    }

    private void give(String how, Path folder) throws IOException {
        if (!owner.isEmpty()) {
            SELF.run(folder, List.of("chown", how, owner + ":" + owner, folder.toString()));
        }
    }

    void run(Path folder, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        // What points the operator's own tools at another server would mislead these commands.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(words.getFirst());
        }
    }
}
