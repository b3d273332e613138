package org.chengjie.account;

import java.nio.file.Path;
import java.time.Clock;
import org.chengjie.database.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordBounds.class)
@EnableScheduling
class AccountConfiguration {

    @Bean
    static CaptchaSetting captchaSetting(
            @Value("${chengjie.captcha:on}") String setting, Database database) {
        return new CaptchaSetting(setting, database.embedded());
    }

    @Bean
    static FixedInitial fixedInitial(
            @Value("${chengjie.password.fixed-initial:}") String setting, Database database) {
        return new FixedInitial(setting, database.embedded());
    }

    @Bean
    static Vault vault(
            @Value("${chengjie.secret:}") String secret,
            @Value("${chengjie.data:./data}") Path data,
            Database database) {
        return new Vault(OperatorsSecret.of(secret, database.embedded(), data));
    }

    @Bean
    static Sweep sweep(Logins logins, Captchas captchas, Approaches approaches, Clock clock) {
        return new Sweep(logins, captchas, approaches, clock);
    }

    /** Clears away what has run out; nothing rests on its being on time. */
    record Sweep(Logins logins, Captchas captchas, Approaches approaches, Clock clock) {

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
        void sweep() {
            logins.sweep(clock.instant());
            captchas.sweep(clock.instant());
            approaches.sweep(clock.instant());
        }
    }
}
