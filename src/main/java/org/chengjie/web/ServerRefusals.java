package org.chengjie.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before it knows of us, such as an address that cannot be one, is refused
 * in Chinese too, and without a word about the server (spec X3).
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRefusals.class);

    /** In place of the server's own report. */
    public static final class Plain extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0) {
                return;
            }
            var number = Problems.reference();
            LOG.info("Refused {}: status {} before it was read", number, response.getStatus());
            try {
                response.setContentType(JteView.HTML);
                AnswerHeaders.set(response, request.isSecure());
                response.getReporter()
                        .write(
                                "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>承接</title>"
                                        + "<p>没有看懂这次请求。请从<a href=\"/\">首页</a>进入。</p>"
                                        + "<p>编号 "
                                        + number
                                        + "，联系管理员时请报这个编号。</p></html>");
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent())
                        .setErrorReportValveClass(Plain.class.getName()));
    }
}
