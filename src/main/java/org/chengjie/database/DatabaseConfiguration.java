package org.chengjie.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the database, or starts one, and pools the connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * How long a request waits for a connection. With the database away whoever asks is told so
     * while they still look, and the threads that serve are not all taken up by waiting.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * Connections held open while nobody works. More are opened as they are wanted, in some ten
     * milliseconds each; all of them at once would take half a second of every start.
     */
    private static final int LEAST_OPEN = 2;

    @Bean(destroyMethod = "close")
    Whereabouts whereabouts(
            @Value("${chengjie.database-url:}") String url,
            @Value("${chengjie.data:./data}") Path folder,
            ObjectProvider<EarlyOpening.Opening> begun) {
        var opening = begun.getIfAvailable();
        return opening == null ? Whereabouts.of(url, folder) : opening.whereabouts().join();
    }

    @Bean
    Database database(Whereabouts whereabouts) {
        return new Database(whereabouts.server() != null);
    }

    /** Depends on the whereabouts, so that the pool is closed before the server is stopped. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            Whereabouts whereabouts, @Value("${chengjie.pool-size}") int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("chengjie");
        config.setDataSource(new WalledSource(whereabouts.url(), whereabouts.asRole()));
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(LEAST_OPEN, poolSize));
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    Transactions transactionManager(HikariDataSource source) {
        return new Transactions(source);
    }
}
