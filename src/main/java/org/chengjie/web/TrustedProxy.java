package org.chengjie.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The addresses of the TLS proxy in front, whose X-Forwarded-For and X-Forwarded-Proto are
 * believed; from anybody else, and without the setting from everybody, they change nothing (checks
 * V4.1.3).
 */
@Component
class TrustedProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String addresses;

    TrustedProxy(@Value("${chengjie.proxy:}") String addresses) {
        this.addresses = addresses;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (addresses.isBlank()) {
            return;
        }
        var believed = new RemoteIpValve();
        believed.setInternalProxies(
                Arrays.stream(addresses.strip().split("[\\s,]+", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")));
        believed.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(believed);
    }
}
