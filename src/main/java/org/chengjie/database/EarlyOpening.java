package org.chengjie.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Begins to open the database as soon as the settings are known: a server takes half a second to
 * start, in which the rest of the application can be read. Not where the application is only looked
 * at, to write down its beans.
 */
public final class EarlyOpening
        implements ApplicationContextInitializer<GenericApplicationContext> {

    /** The database on its way; closed last, after all that uses it, even where nothing did. */
    record Opening(CompletableFuture<Whereabouts> whereabouts) implements DisposableBean {

        @Override
        public void destroy() {
            whereabouts.thenAccept(Whereabouts::close).exceptionally(failure -> null).join();
        }
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return;
        }
        var settings = context.getEnvironment();
        var url = settings.getRequiredProperty("chengjie.database-url");
        var folder = Path.of(settings.getRequiredProperty("chengjie.data"));
        var opening =
                new Opening(
                        CompletableFuture.supplyAsync(
                                () -> Whereabouts.of(url, folder),
                                Thread.ofPlatform().name("opening").daemon()::start));
        var beans = context.getDefaultListableBeanFactory();
        beans.registerSingleton("opening", opening);
        beans.registerDisposableBean("opening", opening);
    }
}
