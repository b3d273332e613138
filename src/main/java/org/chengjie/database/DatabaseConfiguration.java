package org.chengjie.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Finds the database, or starts one, and pools the connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * How long a request waits for a connection. With the database away whoever asks is told so
     * while they still look, and the threads that serve are not all taken up by waiting.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

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
    @Primary
    HikariDataSource dataSource(
            Whereabouts whereabouts, @Value("${chengjie.pool-size:16}") int poolSize)
            throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("chengjie");
        config.setDataSource(
                new WalledSource(whereabouts.url(), WorkingRole.ready(whereabouts.url())));
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    Transactions transactionManager(HikariDataSource source) {
        return new Transactions(source);
    }

    /**
     * Migrates as the owner of the tables, with nothing hidden. It waits for the pool's role, which
     * a migration gives its rights.
     */
    @Bean
    @FlywayDataSource
    DataSource ownerSource(Whereabouts whereabouts, HikariDataSource afterTheRole) {
        DatabaseUrl url = whereabouts.url();
        var source = new DriverManagerDataSource(url.jdbcUrl());
        source.setConnectionProperties(url.account());
        return source;
    }
}
