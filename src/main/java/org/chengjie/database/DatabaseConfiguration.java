package org.chengjie.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the database, or starts one, and pools the connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Whereabouts whereabouts(
            @Value("${chengjie.database-url:}") String url,
            @Value("${chengjie.data:./data}") Path folder) {
        return url.isBlank() ? Whereabouts.under(folder) : Whereabouts.given(url);
    }

    @Bean
    Database database(Whereabouts whereabouts) {
        return new Database(whereabouts.server() != null);
    }

    /** Depends on the whereabouts, so that the pool is closed before the server is stopped. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            Whereabouts whereabouts, @Value("${chengjie.pool-size:16}") int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("chengjie");
        config.setJdbcUrl(whereabouts.url().jdbcUrl());
        config.setUsername(whereabouts.url().user());
        config.setPassword(whereabouts.url().password());
        config.setMaximumPoolSize(poolSize);
        config.addDataSourceProperty("ApplicationName", "chengjie");
        return new HikariDataSource(config);
    }
}
