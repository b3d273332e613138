package org.chengjie.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String HTMX =
            "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    @Bean
    static TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** Under this name it takes the place of Spring's choice among several resolvers. */
    @Bean
    static JteViewResolver viewResolver(TemplateEngine templates, Pages pages) {
        return new JteViewResolver(templates, pages);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Turns(Duration.ofSeconds(10)));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forGood = CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable();
        var folder = Assets.FOLDER + Assets.VERSION;
        // Of htmx's files only the one that pages load.
        registry.addResourceHandler(folder + "/htmx.min*.js")
                .addResourceLocations(HTMX)
                .setCacheControl(forGood);
        registry.addResourceHandler(folder + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(forGood);
    }
}
