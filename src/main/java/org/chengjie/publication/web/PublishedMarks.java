package org.chengjie.publication.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * The public pages hold nothing of whoever reads them, so they may be kept for a minute, and after
 * that be asked for by their mark: on the day of a publication most answers are 304.
 */
@Configuration(proxyBeanMethods = false)
class PublishedMarks {

    private static final class Marks extends ShallowEtagHeaderFilter {

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("Cache-Control", "public, max-age=60");
            super.doFilterInternal(request, response, chain);
        }
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publishedMarkFilter() {
        var marks = new Marks();
        marks.setWriteWeakETag(true);
        var filter = new FilterRegistrationBean<ShallowEtagHeaderFilter>(marks);
        filter.addUrlPatterns(PublishedController.PAGE, PublishedController.PAGE + "/*");
        return filter;
    }
}
