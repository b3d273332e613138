package org.chengjie.publication.web;

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

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publishedMarkFilter() {
        var marks = new ShallowEtagHeaderFilter();
        marks.setWriteWeakETag(true);
        var filter = new FilterRegistrationBean<ShallowEtagHeaderFilter>(marks);
        filter.addUrlPatterns(PublishedController.PAGE, PublishedController.PAGE + "/*");
        return filter;
    }
}
