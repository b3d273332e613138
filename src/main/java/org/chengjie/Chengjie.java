package org.chengjie;

import java.time.Clock;
import org.chengjie.database.EarlyOpening;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The platform on which schools undertake a plan, provinces review and the ministry publishes. */
// Accounts are our own (org.chengjie.account), not a user of Spring with a password in the log.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Chengjie {

    /** The one clock that judges every request (spec W2). */
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    static void main(String[] args) {
        var application = new SpringApplication(Chengjie.class);
        application.addInitializers(new EarlyOpening());
        application.run(args);
    }
}
