package org.chengjie;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
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
    private String csrf = "";

    public Visitor(MockMvc mvc, Cookie... given) {
        this.mvc = mvc;
        for (var cookie : given) {
            cookies.put(cookie.getName(), cookie);
        }
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

    /**
     * Presses a button that sends a form of the page to an address: every field goes as it stands,
     * except for these; a null is a field that is not sent.
     */
    public Document press(String form, String action, Map<String, @Nullable String> fields)
            throws Exception {
        var request = request(action, fields);
        for (var field : page.expectFirst(form).select("input[name], textarea[name]")) {
            var name = field.attr("name");
            boolean ticked = !field.attr("type").equals("checkbox") || field.hasAttr("checked");
            if (ticked
                    && !field.hasAttr("disabled")
                    && !name.equals("_csrf")
                    && !fields.containsKey(name)) {
                request.param(name, field.val());
            }
        }
        return send(request);
    }

    /** Sends these fields, and the page's token, by hand. */
    public Document post(String action, Map<String, @Nullable String> fields) throws Exception {
        return send(request(action, fields));
    }

    /** The same as the page's script sends it. */
    public Document postJson(String action, Map<String, @Nullable String> fields) throws Exception {
        return send(request(action, fields).header("Accept", "application/json"));
    }

    private MockHttpServletRequestBuilder request(
            String action, Map<String, @Nullable String> fields) {
        var request =
                MockMvcRequestBuilders.post(action)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        var token = page.selectFirst("[name=_csrf]");
        if (token != null) {
            csrf = token.val();
        }
        request.param("_csrf", csrf);
        fields.forEach((name, value) -> {
            if (value != null && !name.equals("_csrf")) {
                request.param(name, value);
            }
        });
        return request;
    }

    public Document send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
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
