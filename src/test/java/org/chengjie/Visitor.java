package org.chengjie;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Somebody with a browser, as far as pages without script go: keeps cookies, and sends the forms of
 * the page that was last seen, hidden fields included.
 */
public class Visitor {

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private MockHttpServletResponse last = new MockHttpServletResponse();
    private Document page = new Document("");

    public Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    public Document get(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(path));
    }

    /** Sends the form with this action, its fields as they stand except for these. */
    public Document submit(String action, Map<String, String> fields) throws Exception {
        var form = page.expectFirst("form[action=" + action + "]");
        var request = MockMvcRequestBuilders.post(action);
        var sent = new LinkedHashMap<String, String>();
        form.select("input[name]:not([type=radio],[type=checkbox])")
                .forEach(input -> sent.put(input.attr("name"), input.val()));
        sent.putAll(fields);
        sent.forEach(request::param);
        return send(request);
    }

    public Document send(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        last = mvc.perform(request).andReturn().getResponse();
        for (var cookie : last.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        page = Jsoup.parse(last.getContentAsString());
        return page;
    }

    public int status() {
        return last.getStatus();
    }

    public MockHttpServletResponse response() {
        return last;
    }

    public String location() {
        var location = last.getHeader("Location");
        return location == null ? "" : location;
    }

    public Document page() {
        return page;
    }

    public List<Cookie> cookies() {
        return new ArrayList<>(cookies.values());
    }

    public String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }
}
