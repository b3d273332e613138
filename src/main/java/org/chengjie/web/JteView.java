package org.chengjie.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * One template as a view. It is rendered whole before the first byte is sent, so that an error
 * still gives a clean page.
 */
class JteView implements View {

    static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final String template;
    private final Set<String> declared;
    private final Pages pages;

    JteView(TemplateEngine engine, String template, Pages pages) {
        this.engine = engine;
        this.template = template;
        this.declared = engine.getParamInfo(template).keySet();
        this.pages = pages;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Spring adds binding results to every model; JTE takes only what a template declares.
        var params = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((name, value) -> {
                if (declared.contains(name)) {
                    params.put(name, value);
                }
            });
        }
        if (declared.contains("page")) {
            params.put("page", pages.of(request));
        }
        var output = new Utf8ByteOutput();
        engine.render(template, params, output);
        response.setContentType(HTML);
        if (Gzip.suits(request, output.getContentLength())) {
            var compressed = Gzip.of(output);
            response.setHeader(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            response.setContentLength(compressed.size());
            Counters.leave(request);
            compressed.writeTo(response.getOutputStream());
        } else {
            response.setContentLength(output.getContentLength());
            Counters.leave(request);
            output.writeTo(response.getOutputStream());
        }
    }
}
