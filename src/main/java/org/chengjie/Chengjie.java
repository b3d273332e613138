package org.chengjie;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform on which schools undertake a plan, provinces review and the ministry publishes. */
@SpringBootApplication(proxyBeanMethods = false)
public class Chengjie {

    static void main(String[] args) {
        SpringApplication.run(Chengjie.class, args);
    }
}
