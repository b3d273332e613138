package org.chengjie;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chengjie.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of pages or stores: the whole application over a real PostgreSQL, each test rolled back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@AutoConfigureMockMvc
@Transactional
public @interface PageTest {

    /** One for each application context, so for nearly all tests the same. */
    class OnFreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "chengjie.database-url=" + TestDatabase.freshDatabase(),
                            "chengjie.secret=a-secret-of-the-tests-and-of-nothing-else")
                    .applyTo(context);
        }
    }
}
